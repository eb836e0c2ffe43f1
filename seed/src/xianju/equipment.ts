import { hash } from './hash.js';
import { TEAMS } from './teams.js';
import type { EquipmentSeed, TeamSeed } from './types.js';

/** `category|name|quantity|unit`, and after a further bar the months it keeps. */
type Row = string;

/** What every township's team keeps. */
const TOWNSHIP: readonly Row[] = [
  '发电机|便携式发电机|2|台',
  '水泵|移动抽水泵|3|台',
  '沙袋|防汛沙袋|800|只',
  '帐篷|救灾帐篷|10|顶',
  '灭火|风力灭火机|6|台',
];
/** Beside them, by the lie of the land: along the 永安溪 and its arms, or in the hills. */
const RIVERSIDE: readonly Row[] = ['船艇|橡皮艇|2|艘', '救生衣|救生衣|30|件|60'];
const HILLS: readonly Row[] = ['绳索|安全绳与缓降器|4|套', '破拆|油锯|4|台'];
const ON_THE_RIVER: readonly string[] = ['001', '002', '101', '102', '103', '104', '106', '204', '207'];

/** What a county team keeps. Kinds and numbers are examples. */
const BY_TEAM: Readonly<Record<string, readonly Row[]>> = {
  P01: [
    '船艇|冲锋舟|4|艘',
    '救生衣|救生衣|60|件|60',
    '破拆|液压破拆工具组|3|套',
    '生命探测仪|音视频生命探测仪|2|台',
    '照明|移动照明灯塔|3|套',
    '无人机|侦察无人机|2|架',
    '绳索|绳索救援装备|6|套',
    '灭火|泡沫液|40|桶|36',
    '防护服|空气呼吸器|30|套|36',
  ],
  P02: [
    'AED|自动体外除颤仪|6|台|24',
    '急救|急救箱|20|套|18',
    '急救|铲式担架|12|副',
    '急救|救护车|5|辆',
    '防护服|医用防护服|300|套|24',
  ],
  P03: ['被服|军用棉被|300|床', '帐篷|班用帐篷|30|顶', '沙袋|编织袋|5000|只', '通信|对讲机|40|台', '船艇|冲锋舟|2|艘'],
  S01: ['防暴|防暴盾牌|60|面', '防暴|阻车器|6|套', '无人机|警用无人机|2|架', '防护服|防毒面具|60|套|60'],
  S02: ['防暴|盾牌|80|面', '防暴|警戒带|50|卷', '通信|扩音喊话器|10|台'],
  S03: [
    '水泵|移动泵车|2|辆',
    '水泵|大流量潜水泵|8|台',
    '船艇|冲锋舟|6|艘',
    '救生衣|救生衣|120|件|60',
    '沙袋|防汛沙袋|12000|只',
    '沙袋|吸水膨胀袋|2000|只|48',
    '发电机|发电车|1|辆',
    '监测|便携式雨量计|6|台',
  ],
  S04: [
    '灭火|风力灭火机|40|台',
    '灭火|高压细水雾水枪|12|支',
    '灭火|消防水泵|6|台',
    '破拆|油锯|16|台',
    '无人机|林火巡护无人机|2|架',
  ],
  S05: [
    '监测|裂缝计|20|台',
    '监测|边坡雷达|1|台',
    '生命探测仪|雷达生命探测仪|1|台',
    '无人机|航测无人机|2|架',
    '绳索|安全绳|8|套',
  ],
  S06: [
    '堵漏输转|堵漏工具|4|套',
    '堵漏输转|防爆输转泵|2|台',
    '防护服|重型防化服|16|套|48',
    '监测|四合一气体检测仪|12|台',
    '堵漏输转|吸附棉|200|箱|60',
  ],
  S07: ['吊车|清障车|2|辆', '除雪融雪|融雪剂|20|吨', '交通设施|反光锥|200|个', '抢修|应急抢险车|3|辆'],
  S08: ['发电机|400千瓦发电车|2|辆', '发电机|便携式发电机|12|台', '抢修|应急电杆|40|根', '照明|升降照明灯|6|套'],
  S09: ['抢修|抢修管件|60|套', '水泵|排水泵车|2|辆', '监测|燃气检漏仪|8|台', '食品饮水|应急供水车|2|辆'],
  S10: [
    '挖掘机|挖掘机|6|台',
    '装载机|装载机|6|台',
    '吊车|50吨吊车|2|台',
    '交通设施|钢便桥|2|套',
    '除雪融雪|除雪车|3|辆',
    '除雪融雪|工业盐|60|吨',
  ],
  S11: ['监测|食品快速检测箱|6|套|12', '急救|样品冷藏箱|10|只'],
  S12: ['消杀|背负式喷雾器|30|台', '消杀|消毒液|400|桶|12', '防护服|防护服|500|套|24', '防护服|医用口罩|20000|只|24'],
  S13: [
    '监测|水质应急监测箱|4|套|12',
    '堵漏输转|围油栏|600|米',
    '堵漏输转|吸油毡|80|箱|60',
    '监测|便携式气相色谱仪|1|台',
  ],
  S14: ['消杀|机动喷雾器|12|台', '消杀|动物用消毒剂|150|桶|18', '防护服|防护服|120|套|24'],
  S15: [
    '被服|棉被|1200|床',
    '被服|折叠床|400|张',
    '帐篷|救灾帐篷|120|顶',
    '食品饮水|矿泉水|800|箱|12',
    '食品饮水|方便面|600|箱|6',
    '被服|棉大衣|600|件',
  ],
  S16: ['通信|应急直播背包|2|套', '通信|便携工作站|6|台'],
  E01: ['通信|卫星电话|4|部', '监测|激光测距仪|4|台', '急救|外业急救包|6|套|18'],
};

function rowsOf(team: TeamSeed): readonly Row[] {
  const own = BY_TEAM[team.code];
  if (own) return own;
  return [...TOWNSHIP, ...(ON_THE_RIVER.includes(team.townshipCode) ? RIVERSIDE : HILLS)];
}

/** The demo's day; what keeps for a while was bought up to two years before it. */
const SINCE = Date.UTC(2026, 6, 1);
const MONTH_MS = 30.4 * 86_400_000;

function item(team: TeamSeed, row: Row, index: number): EquipmentSeed {
  const [category, name, quantity, unit, months] = row.split('|') as [string, string, string, string, string?];
  const chance = hash(`${team.code} ${name} ${index}`);
  // Not every team has the same number, and one in sixteen things is away for repair.
  const share = team.base === 'township' ? 0.6 + (chance % 8) / 10 : 1;
  const bought = SINCE - (chance % 24) * MONTH_MS;
  const keeper = team.members[2]!;
  return {
    teamCode: team.code,
    category,
    name,
    quantity: Math.max(1, Math.round(Number(quantity) * share)),
    unit,
    condition: chance % 16 === 3 ? 'repair' : 'good',
    placeText: `${team.shortName}装备库`,
    contactName: keeper.name,
    contactPhone: keeper.phone,
    expiresOn: months ? new Date(bought + Number(months) * MONTH_MS).toISOString().slice(0, 10) : null,
    note: '演示数据',
  };
}

/** About two hundred items over the 40 teams: 演示, nobody's real stock. */
export const EQUIPMENT: readonly EquipmentSeed[] = TEAMS.flatMap((team) =>
  rowsOf(team).map((row, index) => item(team, row, index)),
);
