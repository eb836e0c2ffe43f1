/** Shapes of the demo county's data. All are plain read-only values: no file, no clock, no random number. */

/** A point in WGS-84 degrees, longitude first. */
export type LonLat = readonly [lon: number, lat: number];

/** One township or sub-district. `strengthClass` (一/二/三类): the document has the classes, who is in which is 本县约定. */
export interface TownshipSeed {
  /** Last three digits of the GB code, e.g. `001`. */
  code: string;
  /** Nine-digit GB code, e.g. `331024001`. */
  gbCode: string;
  name: string;
  strengthClass: 1 | 2 | 3;
  /** True for the three sub-districts that make up the urban area (城区). */
  urban: boolean;
  seat: LonLat;
  /** B: near a sourced point, ±1 km. D: estimate, ±3–5 km, to be shown as 示意. */
  seatGrade: 'B' | 'D';
  /** Radius of the seat area (乡镇政府所在地区域), metres, 本县约定. */
  seatRadiusMeters: 3000;
}

/** One entry of the gazetteer. `aliases` has the official full name; `basis` says where name and point come from. */
export interface PlaceSeed {
  code: string;
  name: string;
  aliases: readonly string[];
  kind: 'village' | 'community' | 'landmark' | 'road_mark';
  townshipCode: string;
  location: LonLat;
  grade: 'B' | 'D' | '示意';
  basis: string;
}

/**
 * One person of a team. Names begin with 演示-, phones with 100: neither can belong to anybody.
 * `specialty` is a code of SPECIALTIES.
 */
export interface MemberSeed {
  name: string;
  post: 'commander' | 'deputy' | 'liaison' | 'leader_in_charge' | 'member';
  phone: string;
  specialty?: string;
}

/** One of the 40 registered teams. `specialties` are codes of SPECIALTIES; `minimumStrength` counts people. */
export interface TeamSeed {
  /** P01..P23 public, S01..S16 professional, E01 experts. */
  code: string;
  name: string;
  /** As a dispatcher says it, e.g. 地质灾害队. */
  shortName: string;
  teamClass: 'public' | 'professional' | 'expert';
  specialties: readonly string[];
  leadDepartment: string;
  /** Where the team starts from; decides which response rule applies. */
  base: 'urban' | 'township';
  /** Home township; for a county team the sub-district its base point lies in. */
  townshipCode: string;
  location: LonLat;
  alarmPhone: string;
  minimumStrength: number;
  members: readonly MemberSeed[];
}

/** One of the 33 experts. `specialty` is the expert's field in Chinese words, not a code. */
export interface ExpertSeed {
  name: string;
  category: '自然灾害' | '事故灾难' | '公共卫生' | '社会安全' | '综合管理';
  specialty: string;
  phone: string;
}

/** A run card: whom a type of incident calls, in call order. `local` stands for the team of the incident's township. */
export interface PlanSeed {
  typeCode: string;
  name: string;
  /** 一级 first; each further level adds its teams when it is raised. */
  levels: readonly PlanLevelSeed[];
  /** What the teams are asked to do; short, because it travels in an SMS. */
  taskText: string;
}

export type PlanStepSeed = { team: string } | { local: 'township' } | { neighbours: number } | { nearest: string };

/** `requiredStrength`: people wanted at the scene; null: as many as come. */
export interface PlanLevelSeed {
  steps: readonly PlanStepSeed[];
  requiredStrength: number | null;
}

/** How much longer the road is than the straight line, in hundredths. */
export interface DetourSeed {
  townshipCode: string;
  percent: number;
  basis: string;
}

/** One duty shift: who answers for the team in [startsAt, endsAt). */
export interface DutyShiftSeed {
  teamCode: string;
  /** Index in the team's `members`. */
  memberIndex: number;
  /** ISO instant with offset +08:00. */
  startsAt: string;
  endsAt: string;
}

/** An item of equipment or supplies, kept at its team's base. `category` is one of EQUIPMENT_KINDS; `expiresOn` a day. */
export interface EquipmentSeed {
  teamCode: string;
  category: string;
  name: string;
  quantity: number;
  unit: string;
  condition: 'good' | 'repair' | 'unusable';
  placeText: string;
  contactName: string;
  contactPhone: string;
  expiresOn: string | null;
  note: string;
}
