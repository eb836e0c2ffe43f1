/**
 * Worked cases: who a veteran dispatcher would send first, written down from the county's document and its plans before the
 * rule was asked. Day is 07:00–19:00. `ticked`: the teams proposed at once, in this order. `raised`: those a second alarm adds.
 * `offered`: the first of those not ticked. `words`: among the reasons of a team, each as it stands or as it begins.
 */
export interface WorkedCase {
  name: string;
  typeCode: string;
  severity?: 'I' | 'II' | 'III' | 'IV';
  /** A township's seat by its code, a point, a township without a point (`township`), or nothing known. */
  place: string | readonly [lon: number, lat: number] | { township: string } | null;
  /** Local time of the county. */
  at?: string;
  busy?: readonly string[];
  off?: readonly string[];
  aside?: readonly string[];
  ordered?: readonly string[];
  ticked: readonly string[];
  raised?: readonly string[];
  offered?: string;
  words?: Readonly<Record<string, readonly string[]>>;
}

const XIACHEN = [120.462, 28.737] as const;
const FAR_HENGXI = [120.44, 28.765] as const;
const DOWNTOWN = [120.731, 28.8539] as const;
const HOSPITAL = [120.729, 28.859] as const;
const TANK_LORRY = [120.61782, 28.76446] as const;
const NEXT_COUNTY = [121.2, 28.85] as const;

const URBAN_TO_TOWNSHIP = '集结 15 分钟（城区出警赴其他乡镇，白天）';
const URBAN_TO_URBAN = '到场 20 分钟（城区出警、地点在城区，白天）';
const OWN_SEAT = '到场 20 分钟（本乡镇政府驻地区域，白天）';

export const WORKED_CASES: readonly WorkedCase[] = [
  {
    name: '山体滑坡，横溪镇驻地附近，白天',
    typeCode: 'landslide',
    place: XIACHEN,
    ticked: ['S05', 'P07', 'P01', 'P02'],
    words: {
      S05: ['预案第 1 位', '专长：地质灾害', '待命', URBAN_TO_TOWNSHIP],
      P07: ['预案第 2 位', '属地队伍', OWN_SEAT],
    },
  },
  {
    name: '山体滑坡，横溪镇驻地以外：属地分队只要求集结',
    typeCode: 'landslide',
    place: FAR_HENGXI,
    ticked: ['S05', 'P07', 'P01', 'P02'],
    words: { P07: ['属地队伍', '集结 15 分钟（本乡镇驻地以外，白天）'] },
  },
  {
    name: '山体滑坡，19 时整起算夜间',
    typeCode: 'landslide',
    place: XIACHEN,
    at: '19:00',
    ticked: ['S05', 'P07', 'P01', 'P02'],
    words: {
      S05: ['集结 25 分钟（城区出警赴其他乡镇，夜间）'],
      P07: ['到场 30 分钟（本乡镇政府驻地区域，夜间）'],
    },
  },
  {
    name: '山体滑坡，6 时 59 分仍是夜间',
    typeCode: 'landslide',
    place: '103',
    at: '06:59',
    ticked: ['S05', 'P09', 'P01', 'P02'],
    words: { P09: ['到场 30 分钟（本乡镇政府驻地区域，夜间）'] },
  },
  {
    name: '山体滑坡，地质灾害队无人值班：排到有人值班的后面，仍要派，梯次会找到指挥',
    typeCode: 'landslide',
    place: '107',
    off: ['S05'],
    ticked: ['P13', 'P01', 'P02', 'S05'],
    words: { S05: ['⚠ 当前无人值班', '预案第 1 位'] },
  },
  {
    name: '山体滑坡，地质灾害队停勤：不勾选，但看得见原因',
    typeCode: 'landslide',
    place: '107',
    aside: ['S05'],
    ticked: ['P13', 'P01', 'P02'],
    words: { S05: ['⚠ 停勤：'] },
  },
  {
    name: '山体滑坡，属地分队正在另一处：仍是预案要的队，说明在办',
    typeCode: 'landslide',
    place: XIACHEN,
    busy: ['P07'],
    ticked: ['S05', 'P07', 'P01', 'P02'],
    words: { P07: ['另有 1 条指令在办'] },
  },
  {
    name: '山体滑坡，地点不明：没有属地分队，按较严的到场时限',
    typeCode: 'landslide',
    place: null,
    ticked: ['S05', 'P01', 'P02'],
    words: {
      S05: ['距离未知（地点未明）', '到场 20 分钟（城区出警、地点在城区，白天；地点未明，按较严的到场时限）'],
    },
  },
  {
    name: '山体滑坡，只知道在上张乡',
    typeCode: 'landslide',
    place: { township: '205' },
    ticked: ['S05', 'P19', 'P01', 'P02'],
    words: { P19: ['属地队伍', '到场 20 分钟（本乡镇政府驻地区域，白天；地点未明，按较严的到场时限）'] },
  },
  {
    name: '山体滑坡，县界以外：没有属地分队',
    typeCode: 'landslide',
    place: NEXT_COUNTY,
    ticked: ['S05', 'P01', 'P02'],
    words: { S05: [URBAN_TO_TOWNSHIP] },
  },
  {
    name: '山体滑坡，已派地质灾害队和横溪分队：余下的照预案',
    typeCode: 'landslide',
    place: XIACHEN,
    ordered: ['S05', 'P07'],
    ticked: ['P01', 'P02'],
    raised: ['P16', 'P08', 'P03', 'S10'],
  },
  {
    name: '山体滑坡，官路镇，综合救援队在办两起：仍按预案',
    typeCode: 'landslide',
    place: '105',
    busy: ['P01', 'P01'],
    ticked: ['S05', 'P11', 'P01', 'P02'],
    words: { P01: ['另有 2 条指令在办'] },
  },
  {
    name: '洪水，埠头镇',
    typeCode: 'flood',
    place: '102',
    ticked: ['S03', 'P08', 'P01', 'P03'],
    raised: ['P18', 'P07', 'P02', 'S10'],
    words: { S03: ['专长：防汛抗旱、水域救援'] },
  },
  {
    name: '洪水，埠头镇，二级增援时皤滩分队停勤：由白塔补上',
    typeCode: 'flood',
    severity: 'II',
    place: '102',
    aside: ['P18'],
    ticked: ['S03', 'P08', 'P01', 'P03'],
    raised: ['P07', 'P09', 'P02', 'S10'],
    words: { P18: ['⚠ 停勤：'] },
  },
  {
    name: '森林火灾，广度乡；二级增援由福应、双庙、安洲就近',
    typeCode: 'forest_fire',
    place: '207',
    ticked: ['S04', 'P21', 'P01', 'P03'],
    raised: ['P06', 'P23', 'P04', 'P02', 'S10'],
  },
  {
    name: '森林火灾，淡竹乡，森林消防队在办另一起',
    typeCode: 'forest_fire',
    place: '203',
    busy: ['S04'],
    ticked: ['S04', 'P17', 'P01', 'P03'],
    words: { S04: ['另有 1 条指令在办', '专长：森林消防'] },
  },
  {
    name: '森林火灾，民兵队无人值班：落到最后，仍派',
    typeCode: 'forest_fire',
    place: '202',
    off: ['P03'],
    ticked: ['S04', 'P16', 'P01', 'P03'],
    words: { P03: ['⚠ 当前无人值班'] },
  },
  {
    name: '房屋倒塌，白塔镇',
    typeCode: 'house_collapse',
    place: '103',
    ticked: ['P01', 'P02', 'P09'],
    words: { P01: [URBAN_TO_TOWNSHIP], P09: [OWN_SEAT] },
  },
  {
    name: '房屋倒塌，城区夜间，医疗救护队停勤：不勾选',
    typeCode: 'house_collapse',
    place: DOWNTOWN,
    at: '23:30',
    aside: ['P02'],
    ticked: ['P01', 'P04'],
    words: { P01: ['到场 30 分钟（城区出警、地点在城区，夜间）'] },
  },
  {
    name: '房屋火灾，城区白天',
    typeCode: 'building_fire',
    place: DOWNTOWN,
    ticked: ['P01', 'P04', 'P02', 'S08'],
    words: { P01: ['预案第 1 位', URBAN_TO_URBAN], P04: ['属地队伍', URBAN_TO_URBAN] },
  },
  {
    name: '房屋火灾，下各镇，综合救援队在办',
    typeCode: 'building_fire',
    place: '106',
    busy: ['P01'],
    ticked: ['P01', 'P12', 'P02', 'S08'],
    words: { P01: ['另有 1 条指令在办', URBAN_TO_TOWNSHIP] },
  },
  {
    name: '车辆火灾，大战乡夜间',
    typeCode: 'vehicle_fire',
    place: '209',
    at: '02:10',
    ticked: ['P01', 'P22', 'P02'],
    words: { P01: ['集结 25 分钟（城区出警赴其他乡镇，夜间）'] },
  },
  {
    name: '危化品槽罐车泄漏，白塔镇高速：矿山危化队缺员要看得见',
    typeCode: 'hazmat_leak',
    severity: 'II',
    place: TANK_LORRY,
    ticked: ['S06', 'P01', 'S13', 'P02', 'P09'],
    words: { S06: ['专长：矿山危化', '缺员：在册 9 人，应有 12 人'] },
  },
  {
    name: '矿山事故，朱溪镇夜间',
    typeCode: 'mine_accident',
    place: '107',
    at: '03:00',
    ticked: ['S06', 'P01', 'P02', 'P13'],
  },
  {
    name: '燃气泄漏，城区',
    typeCode: 'gas_leak',
    place: DOWNTOWN,
    ticked: ['S09', 'P01', 'P04'],
    words: { S09: [URBAN_TO_URBAN] },
  },
  {
    name: '停电，官路镇：只派供电保障队',
    typeCode: 'power_outage',
    place: '105',
    ticked: ['S08'],
    words: { S08: ['专长：供电', URBAN_TO_TOWNSHIP] },
  },
  {
    name: '停电，供电保障队停勤：不勾选任何队，先提出属地分队',
    typeCode: 'power_outage',
    place: '105',
    aside: ['S08'],
    ticked: [],
    offered: 'P11',
  },
  {
    name: '停水，夜间',
    typeCode: 'water_outage',
    place: DOWNTOWN,
    at: '21:00',
    ticked: ['S09'],
    words: { S09: ['到场 30 分钟（城区出警、地点在城区，夜间）'] },
  },
  {
    name: '有伤亡的交通事故，大战乡',
    typeCode: 'traffic_accident_injury',
    place: '209',
    ticked: ['P02', 'P01', 'P22', 'S10'],
    words: { P02: ['专长：医疗救护'] },
  },
  {
    name: '无伤亡的交通事故，南峰街道，属地分队无人值班：交通保障队在先',
    typeCode: 'traffic_accident_minor',
    place: '002',
    off: ['P05'],
    ticked: ['S10', 'P05'],
    words: { P05: ['⚠ 当前无人值班', '属地队伍'] },
  },
  {
    name: '溺水，步路乡',
    typeCode: 'drowning',
    place: '206',
    ticked: ['P01', 'P20', 'P02'],
    words: { P01: ['专长：综合救援、水域救援'] },
  },
  {
    name: '山上迷路，淡竹乡夜间',
    typeCode: 'mountain_lost',
    place: '203',
    at: '22:00',
    ticked: ['P01', 'P17', 'P02'],
    words: { P17: ['到场 30 分钟（本乡镇政府驻地区域，夜间）'] },
  },
  {
    name: '走失，双庙乡',
    typeCode: 'person_missing',
    place: '210',
    ticked: ['P23', 'S15'],
    words: { P23: [OWN_SEAT] },
  },
  {
    name: '急病，城区',
    typeCode: 'medical_emergency',
    place: DOWNTOWN,
    ticked: ['P02'],
    words: { P02: [URBAN_TO_URBAN] },
  },
  {
    name: '群众求助，田市镇，属地分队停勤：先提出最近的白塔分队',
    typeCode: 'public_help',
    place: '104',
    aside: ['P10'],
    ticked: [],
    offered: 'P09',
  },
  {
    name: '聚集事件，城区：群体性事件处置队缺员要看得见',
    typeCode: 'mass_gathering',
    place: DOWNTOWN,
    ticked: ['S02', 'P04', 'S16'],
    words: { S02: ['缺员：在册 46 人，应有 50 人'] },
  },
  {
    name: '暴恐，城区：反恐防暴队在先',
    typeCode: 'violent_terror',
    severity: 'I',
    place: DOWNTOWN,
    ticked: ['S01', 'P02', 'S02', 'P03'],
  },
  {
    name: '医患纠纷，县人民医院：属福应街道',
    typeCode: 'medical_dispute',
    place: HOSPITAL,
    ticked: ['S02', 'P06'],
  },
  {
    name: '食物中毒，横溪镇，食药管理队无人值班',
    typeCode: 'food_poisoning',
    place: '101',
    off: ['S11'],
    ticked: ['P02', 'S12', 'S11'],
    words: { S11: ['⚠ 当前无人值班'] },
  },
  {
    name: '水污染，安岭乡：属地分队缺员',
    typeCode: 'environmental_pollution',
    place: '200',
    ticked: ['S13', 'P14'],
    words: { P14: ['缺员：在册 8 人，应有 10 人', '属地队伍'] },
  },
  {
    name: '疫情，溪港乡，卫生防疫队在办另一起',
    typeCode: 'epidemic',
    place: '201',
    busy: ['S12'],
    ticked: ['S12', 'P02', 'P15'],
    words: { S12: ['另有 1 条指令在办'] },
  },
  {
    name: '电梯困人，城区，唯一能去的队在办另一起：仍派它',
    typeCode: 'elevator_trapped',
    place: DOWNTOWN,
    busy: ['P01'],
    ticked: ['P01'],
    words: { P01: ['另有 1 条指令在办', URBAN_TO_URBAN] },
  },
];
