import type { PLACE_KINDS } from '@liandong/shared/place';
import { EQUIPMENT_CONDITIONS, type EquipmentCondition, type Post, type TeamRow } from '@liandong/shared/team';

/** Chinese words of a workbook and what they stand for; of several words for one thing the first is the one that is written. */
export const CLASS_WORDS: Record<string, TeamRow['teamClass']> = {
  公共队伍: 'public',
  专业队伍: 'professional',
  专家组: 'expert',
  公共: 'public',
  专业: 'professional',
  公共应急救援队伍: 'public',
  专业应急队伍: 'professional',
};
export const BASE_WORDS: Record<string, 'urban' | 'township'> = { 城区: 'urban', 乡镇: 'township' };
export const POST_WORDS: Record<string, Post> = {
  指挥: 'commander',
  副指挥: 'deputy',
  联络员: 'liaison',
  分管领导: 'leader_in_charge',
  队员: 'member',
  成员: 'member',
  指挥员: 'commander',
  队长: 'commander',
  副队长: 'deputy',
};
export const CONDITION_WORDS: Record<string, EquipmentCondition> = {
  完好: EQUIPMENT_CONDITIONS[0],
  待修: EQUIPMENT_CONDITIONS[1],
  停用: EQUIPMENT_CONDITIONS[2],
};
export const KIND_WORDS: Record<string, (typeof PLACE_KINDS)[number]> = {
  村: 'village',
  社区: 'community',
  地标: 'landmark',
  里程桩: 'road_mark',
  行政村: 'village',
};
export const STRENGTH_WORDS: Record<string, number> = {
  一类: 1,
  二类: 2,
  三类: 3,
  一: 1,
  二: 2,
  三: 3,
  '1': 1,
  '2': 2,
  '3': 3,
};
export const DATUM_WORDS: Record<string, 'wgs84' | 'gcj02' | 'bd09'> = {
  'WGS-84': 'wgs84',
  'GCJ-02': 'gcj02',
  'BD-09': 'bd09',
  WGS84: 'wgs84',
  GCJ02: 'gcj02',
  BD09: 'bd09',
  高德: 'gcj02',
  腾讯: 'gcj02',
  百度: 'bd09',
  天地图: 'wgs84',
};
