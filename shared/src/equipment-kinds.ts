/** A kind of equipment: how it is counted, and what people call it. `words` are searched for in what somebody types. */
export interface EquipmentKind {
  name: string;
  unit: string;
  words: readonly string[];
}

/** The kinds of equipment and supplies, with their other names. 本县约定 */
export const EQUIPMENT_KINDS: readonly EquipmentKind[] = [
  { name: '船艇', unit: '艘', words: ['船', '艇', '冲锋舟', '橡皮艇', '橡皮船', '皮划艇', '救生艇', '舟'] },
  { name: '救生衣', unit: '件', words: ['救生衣', '救生圈', '浮衣', '救生绳'] },
  { name: '水泵', unit: '台', words: ['水泵', '抽水泵', '抽水机', '泵车', '潜水泵', '排涝泵', '龙吸水', '抽水', '泵'] },
  { name: '沙袋', unit: '只', words: ['沙袋', '编织袋', '吸水膨胀袋', '防汛袋', '砂袋', '麻袋'] },
  { name: '发电机', unit: '台', words: ['发电机', '发电车', '应急电源', '发电'] },
  { name: '照明', unit: '套', words: ['照明灯', '照明车', '探照灯', '照明', '头灯', '强光手电', '手电'] },
  { name: '帐篷', unit: '顶', words: ['帐篷', '帐蓬', '棚'] },
  { name: '被服', unit: '床', words: ['棉被', '被子', '毛毯', '毯子', '被服', '折叠床', '睡袋', '棉衣', '大衣'] },
  { name: '食品饮水', unit: '箱', words: ['食品饮水', '方便面', '饼干', '矿泉水', '饮用水', '食品', '干粮'] },
  { name: '挖掘机', unit: '台', words: ['挖掘机', '挖机', '勾机', '钩机'] },
  { name: '装载机', unit: '台', words: ['装载机', '铲车', '推土机'] },
  { name: '吊车', unit: '台', words: ['吊车', '起重机', '清障车', '拖车'] },
  { name: '除雪融雪', unit: '台', words: ['除雪融雪', '除雪车', '铲雪', '除雪', '融雪剂', '工业盐', '扫雪'] },
  { name: '破拆', unit: '套', words: ['破拆', '液压剪', '扩张器', '切割机', '油锯', '电锯', '链锯', '撬棍'] },
  { name: '绳索', unit: '套', words: ['绳索', '安全绳', '绳子', '缓降器', '绳降'] },
  { name: '生命探测仪', unit: '台', words: ['生命探测仪', '生命探测', '雷达探测', '探测仪', '搜救犬'] },
  { name: '无人机', unit: '架', words: ['无人机', '飞机', '航拍'] },
  { name: '通信', unit: '台', words: ['通信', '卫星电话', '对讲机', '海事电话', '基站车', '通信车'] },
  {
    name: '灭火',
    unit: '具',
    words: ['灭火', '灭火器', '风力灭火机', '水枪', '水带', '二号工具', '消防水泵', '灭火弹', '泡沫液', '泡沫'],
  },
  { name: 'AED', unit: '台', words: ['aed', '除颤仪', '除颤器', '除颤'] },
  { name: '急救', unit: '套', words: ['急救', '急救包', '急救箱', '担架', '氧气瓶', '呼吸机', '救护车', '氧气'] },
  {
    name: '防护服',
    unit: '套',
    words: ['防护服', '防化服', '隔离衣', '防毒面具', '空气呼吸器', '空呼', '口罩', '防护'],
  },
  { name: '消杀', unit: '台', words: ['消杀', '消毒', '喷雾器', '消毒液', '喷雾'] },
  { name: '堵漏输转', unit: '套', words: ['堵漏输转', '堵漏', '输转泵', '吸附棉', '围油栏', '吸油毡'] },
  { name: '监测', unit: '台', words: ['监测', '气体检测仪', '检测仪', '测距仪', '雨量计', '裂缝计', '水质'] },
  { name: '防暴', unit: '套', words: ['防暴', '盾牌', '钢叉', '头盔', '阻车器', '警戒带'] },
  { name: '交通设施', unit: '套', words: ['交通设施', '路锥', '反光锥', '钢便桥', '护栏', '警示牌'] },
  { name: '抢修', unit: '套', words: ['抢修', '电杆', '电缆', '管件', '抢险车', '工程车'] },
  { name: '其他', unit: '件', words: [] },
];

export const KIND_NAMES = EQUIPMENT_KINDS.map(({ name }) => name);
