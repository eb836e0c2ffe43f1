import { EXPERT_CATEGORIES } from '@liandong/shared/expert';
import { SPECIALTY_WORDS } from '@liandong/shared/specialty';
import {
  choice,
  day,
  degrees,
  instant,
  integer,
  listOf,
  matching,
  type Parser,
  phone,
  phoneOf,
  specialties,
  specialty,
  teamCode,
  text,
  yesNo,
} from './cells.rules.js';

import {
  BASE_WORDS,
  CLASS_WORDS,
  CONDITION_WORDS,
  DATUM_WORDS,
  KIND_WORDS,
  POST_WORDS,
  STRENGTH_WORDS,
} from './sheet-words.js';

/** One column: what it is called, what it takes. `key` is where its value stands in a row that was read. */
export interface Column {
  key: string;
  header: string;
  aliases?: readonly string[];
  required?: true;
  parse: Parser;
  /** For the page 说明 and the note at the head of the column. */
  help: string;
  example: string | number;
  choices?: readonly string[];
}

export interface Sheet {
  name: string;
  aliases: readonly string[];
  /** By what a row is known again. */
  identity: string;
  columns: readonly Column[];
}

const col = (
  key: string,
  header: string,
  parse: Parser,
  example: string | number,
  help: string,
  more: Partial<Pick<Column, 'aliases' | 'required' | 'choices'>> = {},
): Column => ({ key, header, parse, example, help, ...more });
const must = { required: true } as const;

const list = <T>(words: Readonly<Record<string, T>>, choices: readonly string[], aliases: readonly string[] = []) => ({
  parse: choice(words, choices),
  more: { choices, aliases },
});

const itself = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(words.map((word) => [word, word]));

const point = (required: boolean, what: string): Column[] => [
  col('lon', '经度', degrees(70, 140, '经度'), 120.4721, `${what}，十进制度数`, required ? must : {}),
  col('lat', '纬度', degrees(3, 56, '纬度'), 28.7334, `${what}，十进制度数`, required ? must : {}),
  col(
    'datum',
    '坐标系',
    choice(DATUM_WORDS, ['WGS-84', 'GCJ-02', 'BD-09']),
    'WGS-84',
    '坐标取自高德、腾讯填 GCJ-02，取自百度填 BD-09；空着按上传时所选',
    {
      choices: ['WGS-84', 'GCJ-02', 'BD-09'],
    },
  ),
];
const team = (help: string, more: Partial<Column> = must): Column =>
  col('team', '队伍', text(60), '示例：S05', help, { aliases: ['队伍编号', '队伍名称', '所属队伍'], ...more });
const town = (help: string): Column =>
  col('township', '所在乡镇', text(30), '横溪镇', help, { ...must, aliases: ['乡镇', '乡镇街道', '所属乡镇'] });
const note = col('note', '备注', text(200), '', '可空');

const teamClass = list(CLASS_WORDS, ['公共队伍', '专业队伍', '专家组'], ['队伍类别']);
const base = list(BASE_WORDS, ['城区', '乡镇'], ['驻地', '出发地']);
const post = list(POST_WORDS, ['指挥', '副指挥', '联络员', '分管领导', '队员'], ['岗位']);
const condition = list(CONDITION_WORDS, ['完好', '待修', '停用'], ['完好情况']);
const kind = list(KIND_WORDS, ['村', '社区', '地标', '里程桩'], ['种类', '类型']);
const strength = list(STRENGTH_WORDS, ['一类', '二类', '三类'], ['乡镇类别']);
const category = list(itself(EXPERT_CATEGORIES), EXPERT_CATEGORIES, ['专家类别']);

const zone: Parser<string> = (raw) => {
  try {
    return { value: new Intl.DateTimeFormat('en', { timeZone: String(raw) }).resolvedOptions().timeZone };
  } catch {
    return { wrong: '没有这个时区', right: '时区名，如 Asia/Shanghai' };
  }
};

/**
 * What a county's workbook takes, sheet by sheet and column by column. Template, page 说明, reading, errors and export all
 * come from this table.
 */
export const SHEETS = {
  county: {
    name: '县域',
    aliases: ['县情', '基本情况'],
    identity: '只有一行',
    columns: [
      col('name', '县名', text(30), '示例：云溪县', '县（市、区）全称', must),
      col('title', '系统名称', text(40), '云溪县应急大联动', '显示在各页左上角；空着则为县名加“应急大联动”'),
      col('centrePhone', '指挥中心电话', phone, '110', '队员找指挥中心时拨打', { ...must, aliases: ['中心电话'] }),
      col('zone', '时区', zone, 'Asia/Shanghai', '空着不改；一般为 Asia/Shanghai'),
    ],
  },
  townships: {
    name: '乡镇街道',
    aliases: ['乡镇', '乡镇（街道）', '镇街'],
    identity: '编码',
    columns: [
      col(
        'code',
        '编码',
        matching(/^[0-9]{3,12}$/, '三位以上数字，如 101'),
        '示例：101',
        '三位编码，国标代码的末三位',
        must,
      ),
      col('name', '名称', text(30), '横溪镇', '全称，带“街道”“镇”“乡”', must),
      col('urban', '城区', yesNo, '否', '属于城区填“是”', { choices: ['是', '否'], ...must }),
      col('strengthClass', '类别', strength.parse, '一类', '决定乡镇分队的最少人数；空着按三类', strength.more),
      ...point(true, '政府驻地的位置'),
      col('seatRadiusMeters', '驻地半径（米）', integer(100, 30_000), 3000, '驻地区域的半径；空着按 3000', {
        aliases: ['驻地半径'],
      }),
    ],
  },
  teams: {
    name: '队伍',
    aliases: ['应急队伍'],
    identity: '编号',
    columns: [
      col('code', '编号', teamCode, '示例：S05', '一个字母加两到三位数字，同时是队伍账号的用户名', {
        ...must,
        aliases: ['编码', '队伍编号'],
      }),
      col('name', '名称', text(60), '地质灾害应急队伍', '全称', { ...must, aliases: ['队伍名称'] }),
      col('shortName', '简称', text(20), '地质灾害队', '短信和调度台上的叫法；空着用全称'),
      col('teamClass', '类别', teamClass.parse, '专业队伍', '三大类之一', { ...teamClass.more, ...must }),
      col('specialties', '专长', specialties, '地质灾害、综合救援', '用顿号隔开；目录见“说明”表', must),
      col('leadDepartment', '主管单位', text(40), '自然资源局', '主管单位', must),
      col('base', '出发地', base.parse, '城区', '从城区还是乡镇出发，决定时限', { ...base.more, ...must }),
      town('填名称或编码'),
      ...point(false, '驻点位置，空着用所在乡镇的驻地'),
      col('alarmPhone', '接警电话', phone, '10000000105', '24 小时有人接', must),
      col('duties', '职责任务', text(500), '', '可空'),
      col('baseAddress', '驻点地址', text(100), '', '可空'),
    ],
  },
  members: {
    name: '人员',
    aliases: ['队员', '人员名单', '花名册'],
    identity: '队伍＋手机',
    columns: [
      team('填队伍编号、全称或简称'),
      col('name', '姓名', text(30), '演示-张三', '姓名', must),
      col('post', '职务', post.parse, '指挥', '每队一名指挥', { ...post.more, ...must }),
      col('phone', '手机', phone, '13800000000', '先拨打的号码', {
        ...must,
        aliases: ['电话', '手机号', '联系电话', '手机号码'],
      }),
      col('morePhones', '其他电话', listOf(phoneOf), '', '用顿号隔开，按顺序拨打'),
      col('specialty', '专长', specialty, '地质灾害', '专长目录中的一项；可空'),
      note,
    ],
  },
  vehicles: {
    name: '车辆',
    aliases: ['车辆装备'],
    identity: '队伍＋车牌',
    columns: [
      team('填队伍编号、全称或简称'),
      col('plate', '车牌', text(20), '浙J00000', '车牌号', { ...must, aliases: ['车牌号', '号牌'] }),
      col('kind', '车型', text(30), '抢险车', '用途或车型', { ...must, aliases: ['类型'] }),
      col('seats', '座位数', integer(1, 100), 5, '可空'),
      col('trackerId', '定位终端号', text(40), '', '可空'),
      note,
    ],
  },
  equipment: {
    name: '装备物资',
    aliases: ['装备', '物资', '物资装备'],
    identity: '队伍＋名称＋存放地点',
    columns: [
      team('填队伍编号、全称或简称；县级物资空着', {}),
      col('category', '类别', text(30), '排涝', '如 排涝、照明、救生', must),
      col('name', '名称', text(60), '抽水泵', '名称', must),
      col('quantity', '数量', integer(0, 10_000_000), 4, '整数', must),
      col('unit', '单位', text(10), '台', '台、件、套……', must),
      col('condition', '状况', condition.parse, '完好', '空着按完好', condition.more),
      col('placeText', '存放地点', text(100), '城北仓库', '存放地点', must),
      ...point(false, '存放位置，可空'),
      col('contactName', '联系人', text(30), '演示-李四', '可空'),
      col('contactPhone', '联系电话', phone, '13800000000', '可空'),
      col('expiresOn', '有效期', day, '2027-05-01', '可空'),
      note,
    ],
  },
  experts: {
    name: '专家',
    aliases: ['专家组', '应急专家'],
    identity: '姓名＋电话',
    columns: [
      col('name', '姓名', text(30), '示例：演示-王五', '姓名', must),
      col('category', '类别', category.parse, '自然灾害', '五类之一', { ...category.more, ...must }),
      col('specialty', '专业', text(60), '地质勘查', '专业方向', { ...must, aliases: ['专长'] }),
      col('phone', '电话', phone, '13800000000', '电话', { ...must, aliases: ['手机', '联系电话'] }),
      col('unit', '单位', text(60), '自然资源局', '可空'),
      col('title', '职称', text(40), '高级工程师', '可空'),
    ],
  },
  places: {
    name: '地名',
    aliases: ['地名库', '村社'],
    identity: '编码，没有编码的按名称＋乡镇＋类别',
    columns: [
      col('code', '编码', matching(/^[A-Za-z0-9._-]{1,40}$/, '字母、数字、短横'), '示例：V0001', '可空，空着由系统编'),
      col('name', '名称', text(60), '下陈村', '名称', must),
      col('kind', '类别', kind.parse, '村', '四类之一', { ...kind.more, ...must }),
      town('填名称或编码'),
      ...point(true, '位置'),
      col(
        'aliases',
        '别名',
        listOf((typed) => ({ value: typed })),
        '',
        '用顿号隔开，接警时同样查得到',
      ),
      col('grade', '精度', text(10), 'B', 'B 误差一公里内，D 三到五公里；空着按 B'),
      col('basis', '依据', text(100), '', '坐标的来源；可空'),
    ],
  },
  shifts: {
    name: '值班',
    aliases: ['值班表', '排班'],
    identity: '队伍＋手机＋开始时间',
    columns: [
      team('填队伍编号、全称或简称'),
      col('phone', '手机', phone, '13800000000', '值班人的手机，须已在人员中', {
        ...must,
        aliases: ['电话', '手机号'],
      }),
      col('name', '姓名', text(30), '演示-张三', '可空，供核对'),
      col('startsAt', '开始', instant, '2027-05-01 08:00', '日期和时间', { ...must, aliases: ['开始时间', '起'] }),
      col('endsAt', '结束', instant, '2027-05-02 08:00', '日期和时间', { ...must, aliases: ['结束时间', '止'] }),
    ],
  },
} as const satisfies Record<string, Sheet>;

export type SheetKey = keyof typeof SHEETS;
/** In the order they are written: who is named comes before who names him. */
export const SHEET_KEYS = Object.keys(SHEETS) as SheetKey[];
export const SHEET_NAMES = SHEET_KEYS.flatMap((key) => [SHEETS[key].name, ...SHEETS[key].aliases]);
export const HELP_SHEET = '说明';

/** Which sheet goes by this name? */
export const sheetOf = (name: string): SheetKey | undefined =>
  SHEET_KEYS.find(
    (key) => SHEETS[key].name === name.trim() || (SHEETS[key].aliases as readonly string[]).includes(name.trim()),
  );

/** The words of 专长, for the page 说明. */
export const SPECIALTY_LIST = Object.values(SPECIALTY_WORDS).join('、');
