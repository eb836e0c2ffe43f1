import { townshipCells } from './cells.js';
import { DETOURS } from './detours.js';
import { dutyOrder, dutyShifts } from './duty.js';
import { EQUIPMENT } from './equipment.js';
import { EXPERTS } from './experts.js';
import { COUNTY_BBOX, COUNTY_SEAT } from './extent.js';
import { GAZETTEER } from './gazetteer.js';
import { INCIDENT_TYPES } from './incident-types.js';
import { PLANS } from './plans.js';
import { RIVER_YONGAN } from './river.js';
import { RESPONSE_RULES } from './rules.js';
import { SPECIALTIES } from './specialties.js';
import { TEAMS } from './teams.js';
import { TOWNSHIPS } from './townships.js';
import { VILLAGES } from './villages.js';

/**
 * The demo county in one object: 仙居县, Zhejiang. Points are WGS-84 degrees, longitude first; durations are seconds.
 * People and phone numbers are placeholders; what is 文件依据, 本县约定 or 示意 is said where each table is written.
 */
export const XIANJU = {
  code: '331024',
  name: '仙居县',
  zone: 'Asia/Shanghai',
  telephoneAreaCode: '0576',
  bbox: COUNTY_BBOX,
  seat: COUNTY_SEAT,
  townships: TOWNSHIPS,
  cells: townshipCells(TOWNSHIPS),
  villages: VILLAGES,
  places: GAZETTEER,
  river: RIVER_YONGAN,
  specialties: SPECIALTIES,
  teams: TEAMS,
  experts: EXPERTS,
  equipment: EQUIPMENT,
  incidentTypes: INCIDENT_TYPES,
  plans: PLANS,
  detours: DETOURS,
  responseRules: RESPONSE_RULES,
  dutyShifts,
  dutyOrder,
} as const;
