import { DEFAULT_PLANS } from '@liandong/shared/defaults/plans';
import { INCIDENT_TYPES } from './incident-types.js';
import type { PlanLevelSeed, PlanSeed, PlanStepSeed } from './types.js';

type Row = readonly [typeCode: string, steps: string];

/** Steps in call order, separated by spaces; `local` is the team of the incident's township. */
const ROWS: readonly Row[] = [
  ['traffic_accident_injury', 'P02 P01 local S10'],
  ['traffic_accident_minor', 'local S10'],
  ['road_collapse', 'S10 local S05'],
  ['vehicle_fire', 'P01 local P02'],
  ['landslide', 'S05 local P01 P02'],
  ['flood', 'S03 local P01 P03'],
  ['forest_fire', 'S04 local P01 P03'],
  ['house_collapse', 'P01 P02 local'],
  ['building_fire', 'P01 local P02 S08'],
  ['hazmat_leak', 'S06 P01 S13 P02 local'],
  ['mine_accident', 'S06 P01 P02 local'],
  ['gas_leak', 'S09 P01 local'],
  ['power_outage', 'S08'],
  ['water_outage', 'S09'],
  ['environmental_pollution', 'S13 local'],
  ['drowning', 'P01 local P02'],
  ['mountain_lost', 'P01 local P02'],
  ['suicide_attempt', 'P01 P02 local S15'],
  ['medical_emergency', 'P02'],
  ['person_missing', 'local S15'],
  ['elevator_trapped', 'P01'],
  ['public_help', 'local'],
  ['street_relief', 'S15'],
  ['food_poisoning', 'P02 S11 S12'],
  ['epidemic', 'S12 P02 local'],
  ['animal_epidemic', 'S14 local'],
  ['mass_gathering', 'S02 local S16'],
  ['medical_dispute', 'S02 local'],
  ['violent_terror', 'S01 P02 S02 P03'],
  ['public_order', 'local'],
  ['online_rumour', 'S16'],
  ['city_management', 'S07'],
];

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

/** What a county begins with says the task and how many people are wanted; which of 仙居's teams go is said here. */
function usualOf(typeCode: string): { taskText: string; requiredStrength: number | null } {
  const usual = DEFAULT_PLANS.find((each) => each.typeCode === typeCode);
  if (!usual) throw new RangeError(`no plan for ${typeCode}`);
  return usual;
}

/** Response plans (预案) for every type but 其他. Which teams, in what order and at which level: 本县约定, editable. */
export const PLANS: readonly PlanSeed[] = ROWS.map(([typeCode, steps]) => {
  const { taskText, requiredStrength } = usualOf(typeCode);
  const raised = (RAISED[typeCode] ?? []).map(([more, strength]) => level(more, strength));
  return { typeCode, name: planName(typeCode), levels: [level(steps, requiredStrength), ...raised], taskText };
});
