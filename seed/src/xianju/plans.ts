import { INCIDENT_TYPES } from './incident-types.js';
import type { PlanLevelSeed, PlanSeed, PlanStepSeed } from './types.js';

type Row = readonly [typeCode: string, steps: string, taskText: string];

/** Steps in call order, separated by spaces; `local` is the team of the incident's township. */
const ROWS: readonly Row[] = [
  ['traffic_accident_injury', 'P02 P01 local S10', '救治伤员，破拆救人，疏导交通'],
  ['traffic_accident_minor', 'local S10', '疏导交通，清理路面'],
  ['road_collapse', 'S10 local S05', '封闭道路，设警示，抢通便道'],
  ['vehicle_fire', 'P01 local P02', '扑灭火情，救治伤员'],
  ['landslide', 'S05 local P01 P02', '搜救被困人员，监测山体，转移群众'],
  ['flood', 'S03 local P01 P03', '转移群众，排涝抢险'],
  ['forest_fire', 'S04 local P01 P03', '扑打山火，开隔离带，转移群众'],
  ['house_collapse', 'P01 P02 local', '搜救被埋人员，警戒现场'],
  ['building_fire', 'P01 local P02 S08', '灭火救人，断电警戒'],
  ['hazmat_leak', 'S06 P01 S13 P02 local', '警戒疏散，堵漏监测'],
  ['mine_accident', 'S06 P01 P02 local', '搜救被困矿工，监测气体'],
  ['gas_leak', 'S09 P01 local', '关阀堵漏，禁火疏散'],
  ['power_outage', 'S08', '排险抢修，恢复供电'],
  ['water_outage', 'S09', '抢修管网，应急送水'],
  ['environmental_pollution', 'S13 local', '查明污染源，采样截污'],
  ['drowning', 'P01 local P02', '水域搜救，现场急救'],
  ['mountain_lost', 'P01 local P02', '上山搜救，联系被困人员'],
  ['suicide_attempt', 'P01 P02 local S15', '劝导稳控，铺设气垫，防坠救人'],
  ['medical_emergency', 'P02', '现场急救，转送医院'],
  ['person_missing', 'local S15', '组织搜寻，核实走失人信息'],
  ['elevator_trapped', 'P01', '安抚被困人员，开门救人'],
  ['public_help', 'local', '到场帮助处置'],
  ['street_relief', 'S15', '核实身份，妥善安置'],
  ['food_poisoning', 'P02 S11 S12', '救治病人，封存食品，采样溯源'],
  ['epidemic', 'S12 P02 local', '流调采样，隔离消毒'],
  ['animal_epidemic', 'S14 local', '封锁采样，无害化处理'],
  ['mass_gathering', 'S02 local S16', '维持秩序，劝导疏散'],
  ['medical_dispute', 'S02 local', '隔离双方，引导依法调解'],
  ['violent_terror', 'S01 P02 S02 P03', '控制现场，处置嫌疑人，救治伤员'],
  ['public_order', 'local', '到场劝解，化解纠纷'],
  ['online_rumour', 'S16', '核查事实，及时回应'],
  ['city_management', 'S07', '到场整治，消除隐患'],
];

/** People wanted where one team is seldom enough (本县约定). */
const STRENGTH: Readonly<Record<string, number>> = {
  landslide: 30,
  flood: 40,
  forest_fire: 60,
  house_collapse: 30,
  hazmat_leak: 20,
  mine_accident: 30,
  mountain_lost: 20,
  person_missing: 20,
  mass_gathering: 30,
  violent_terror: 30,
};

/** 二级、三级增援 of what grows big: teams each level adds, and the people wanted then. `~n`: the n nearest other townships' teams (本县约定). */
const RAISED: Readonly<Record<string, readonly (readonly [steps: string, strength: number])[]>> = {
  landslide: [['~2 P03 S10', 60]],
  flood: [
    ['~2 P02 S10', 80],
    ['~3 S08 S09', 120],
  ],
  forest_fire: [
    ['~3 P02 S10', 120],
    ['~3 S08', 180],
  ],
  house_collapse: [['~2 P03 S05', 60]],
  hazmat_leak: [['~1 S10 S12', 40]],
  mine_accident: [['~1 P03 S10', 60]],
};

function step(word: string): PlanStepSeed {
  if (word === 'local') return { local: 'township' };
  return word.startsWith('~') ? { neighbours: Number(word.slice(1)) } : { team: word };
}

const level = (steps: string, requiredStrength: number | null): PlanLevelSeed => ({
  steps: steps.split(' ').map(step),
  requiredStrength,
});

function planName(typeCode: string): string {
  const type = INCIDENT_TYPES.find((each) => each.code === typeCode);
  if (!type) throw new RangeError(`no incident type ${typeCode}`);
  return `${type.name}处置预案`;
}

/** Response plans (预案) for every type but 其他. Which teams, in what order and at which level: 本县约定, editable. */
export const PLANS: readonly PlanSeed[] = ROWS.map(([typeCode, steps, taskText]) => ({
  typeCode,
  name: planName(typeCode),
  levels: [
    level(steps, STRENGTH[typeCode] ?? null),
    ...(RAISED[typeCode] ?? []).map(([more, strength]) => level(more, strength)),
  ],
  taskText,
}));
