import { COUNTY_SEAT } from './extent.js';
import { nearestSeat, toLonLat, toMetres } from './geo.js';
import { GOLDEN_ANGLE, hash } from './hash.js';
import { HOSPITAL } from './landmarks.js';
import { alarmPhone, FIRST_MEMBER_SEQUENCE, makeMembers } from './members.js';
import { TOWNSHIPS } from './townships.js';
import type { LonLat, TeamSeed, TownshipSeed } from './types.js';

/** A team before its people are drawn. */
type TeamFrame = Omit<TeamSeed, 'alarmPhone' | 'members'>;
type Row = readonly [code: string, name: string, shortName: string, leadDepartment: string, ...specialties: string[]];

const COUNTY_PUBLIC: readonly Row[] = [
  [
    'P01',
    '县级综合应急救援队伍',
    '县综合救援队',
    '县消防救援大队',
    'comprehensive_rescue',
    'fire_fighting',
    'water_rescue',
    'mountain_rescue',
  ],
  ['P02', '医疗救护应急队伍', '医疗救护队', '县卫生健康局', 'medical'],
  ['P03', '县级民兵应急队伍', '县民兵应急队', '县人民武装部', 'militia', 'mountain_rescue', 'flood'],
];

const PROFESSIONAL: readonly Row[] = [
  ['S01', '反恐防暴应急队伍', '反恐防暴队', '县公安局', 'counter_terror', 'crowd_control'],
  ['S02', '处置群体性事件应急队伍', '群体性事件处置队', '县公安局', 'crowd_control'],
  ['S03', '防汛抗旱应急队伍', '防汛抗旱队', '县水利局', 'flood', 'water_rescue'],
  ['S04', '森林消防应急队伍', '森林消防队', '县自然资源和规划局', 'forest_fire', 'mountain_rescue'],
  ['S05', '地质灾害应急队伍', '地质灾害队', '县自然资源和规划局', 'geology'],
  ['S06', '矿山、危险化学品应急救援队伍', '矿山危化队', '县应急管理局', 'mine_hazmat'],
  ['S07', '城市综合执法应急队伍', '综合执法队', '县综合行政执法局', 'city_management'],
  ['S08', '供电保障应急队伍', '供电保障队', '县供电公司', 'power'],
  ['S09', '供排水供气保障应急队伍', '水气保障队', '县住房和城乡建设局', 'utilities'],
  ['S10', '交通设施保障应急队伍', '交通保障队', '县交通运输局', 'transport'],
  ['S11', '食品药品管理应急队伍', '食药管理队', '县市场监督管理局', 'food_drug'],
  ['S12', '卫生防疫应急队伍', '卫生防疫队', '县卫生健康局', 'epidemic_control'],
  ['S13', '环境保护应急队伍', '环境保护队', '县生态环境部门', 'environment'],
  ['S14', '重大动植物疫情应急队伍', '动植物疫情队', '县农业农村局', 'animal_plant_epidemic'],
  ['S15', '社会救助应急队伍', '社会救助队', '县民政局', 'social_relief'],
  ['S16', '网络舆情应急队伍', '网络舆情队', '县委宣传部', 'public_opinion'],
];

const EXPERTS: readonly Row[] = [['E01', '应急专家组', '专家组', '县应急管理局', 'expert_advice']];

/** 人员保障: these have their own minimum in the document. */
const MINIMUM_BY_TEAM: Readonly<Record<string, number>> = { P02: 20, P03: 50, S01: 50, S02: 50 };
/** Other professional teams 10–20 by the document; 12 is 本县约定, also for P01 and E01, which have none there. */
const MINIMUM_OTHERWISE = 12;
/** 一类 20、二类 15、三类 10 by the document. */
const MINIMUM_BY_CLASS = { 1: 20, 2: 15, 3: 10 } as const;

/** Strength above (+) or below (−) the minimum where the demo wants a certain one: three gaps are there to be seen. */
const STRENGTH_DIFFERENCE: Readonly<Record<string, number>> = { P01: 18, P02: 8, P14: -2, S02: -4, S06: -3 };

/** Base points of the county teams lie within 2.5 km of the county seat: 示意. (The medical team is at the hospital.) */
function urbanBase(order: number): LonLat {
  const [east, north] = toMetres(COUNTY_SEAT);
  const radius = 300 + 2000 * Math.sqrt(order / 20);
  const angle = order * GOLDEN_ANGLE;
  return toLonLat([east + radius * Math.cos(angle), north + radius * Math.sin(angle)]);
}

function countyTeam(
  [code, name, shortName, leadDepartment, ...specialties]: Row,
  teamClass: TeamSeed['teamClass'],
  order: number,
): TeamFrame {
  const location = code === 'P02' ? HOSPITAL : urbanBase(order);
  return {
    code,
    name,
    shortName,
    teamClass,
    specialties,
    leadDepartment,
    base: 'urban',
    townshipCode: nearestSeat(location, TOWNSHIPS).code,
    location,
    minimumStrength: MINIMUM_BY_TEAM[code] ?? MINIMUM_OTHERWISE,
  };
}

function townshipTeam(home: TownshipSeed, order: number): TeamFrame {
  return {
    code: `P${String(COUNTY_PUBLIC.length + 1 + order).padStart(2, '0')}`,
    name: `${home.name}综合应急救援分队`,
    shortName: `${home.name.replace(/(街道|镇|乡)$/, '')}分队`,
    teamClass: 'public',
    specialties: ['local', 'comprehensive_rescue'],
    leadDepartment: home.urban ? `${home.name}办事处` : `${home.name}人民政府`,
    base: home.urban ? 'urban' : 'township',
    townshipCode: home.code,
    location: home.seat,
    minimumStrength: MINIMUM_BY_CLASS[home.strengthClass],
  };
}

const FRAMES: readonly TeamFrame[] = [
  ...COUNTY_PUBLIC.map((row, index) => countyTeam(row, 'public', index)),
  ...TOWNSHIPS.map(townshipTeam),
  ...PROFESSIONAL.map((row, index) => countyTeam(row, 'professional', COUNTY_PUBLIC.length + index)),
  ...EXPERTS.map((row, index) => countyTeam(row, 'expert', COUNTY_PUBLIC.length + PROFESSIONAL.length + index)),
];

function withPeople(frames: readonly TeamFrame[]): readonly TeamSeed[] {
  let sequence = FIRST_MEMBER_SEQUENCE;
  return frames.map((frame, index) => {
    // At least one above the minimum, so that a team is full even if the leader in charge is not counted.
    const difference = STRENGTH_DIFFERENCE[frame.code] ?? 1 + (hash(frame.code) % 4);
    const members = makeMembers(sequence, frame.minimumStrength + difference, frame.specialties);
    sequence += members.length;
    return { ...frame, alarmPhone: alarmPhone(index + 1), members };
  });
}

/**
 * The 40 registered teams in the document's order: 23 public (P01..P23), 16 professional (S01..S16), the experts (E01).
 * Names and classes: 文件依据. Short names, lead departments, specialties, base points, people: 本县约定 or 示意.
 */
export const TEAMS: readonly TeamSeed[] = withPeople(FRAMES);
