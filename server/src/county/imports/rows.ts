import type { EXPERT_CATEGORIES } from '@liandong/shared/expert';
import type { PLACE_KINDS } from '@liandong/shared/place';
import type { EquipmentCondition, Post, TeamRow } from '@liandong/shared/team';
import type { TownshipToWrite } from '../../places/write-townships.js';
import type { SheetKey } from './sheets.js';

/** A row as it was read: only the cells that were filled in. References are still words. */
export interface ReadRow {
  /** As Excel numbers it. */
  row: number;
  /** What was typed, by column, for the list of errors. */
  typed: Record<string, string>;
  values: Record<string, unknown>;
}
export type ReadSheets = Partial<Record<SheetKey, ReadRow[]>>;

export interface CountyRow {
  name: string;
  title: string;
  centrePhone: string;
  zone: string;
}
export type TownshipRow = Omit<TownshipToWrite, 'outline' | 'outlineBasis'>;
export interface TeamSheetRow {
  code: string;
  name: string;
  shortName: string;
  teamClass: TeamRow['teamClass'];
  specialties: string[];
  leadDepartment: string;
  base: 'urban' | 'township';
  townshipCode: string;
  lon: number;
  lat: number;
  alarmPhone: string;
  duties: string;
  baseAddress: string;
  sortOrder: number;
  retired: boolean;
}
export interface MemberRow {
  id: string;
  teamCode: string;
  name: string;
  post: Post;
  phone: string;
  morePhones: string[];
  specialty: string | null;
  note: string;
  retired: boolean;
}
export interface VehicleRow {
  id: string;
  teamCode: string;
  plate: string;
  kind: string;
  seats: number | null;
  trackerId: string | null;
  note: string;
  retired: boolean;
}
export interface EquipmentRow {
  id: string;
  teamCode: string | null;
  category: string;
  name: string;
  quantity: number;
  unit: string;
  condition: EquipmentCondition;
  placeText: string;
  lon: number | null;
  lat: number | null;
  contactName: string;
  contactPhone: string;
  expiresOn: string | null;
  note: string;
  retired: boolean;
}
export interface ExpertRow {
  id: string;
  name: string;
  category: (typeof EXPERT_CATEGORIES)[number];
  specialty: string;
  phone: string;
  unit: string;
  title: string;
  retired: boolean;
}
export interface PlaceRow {
  code: string;
  name: string;
  kind: (typeof PLACE_KINDS)[number];
  townshipCode: string;
  lon: number;
  lat: number;
  aliases: string[];
  grade: string;
  basis: string;
}
export interface ShiftRow {
  id: string;
  teamCode: string;
  memberId: string;
  startsAt: string;
  endsAt: string;
}

/** The county as it stands, in the shape the sheets speak of. */
export interface County {
  county: CountyRow[];
  townships: TownshipRow[];
  teams: TeamSheetRow[];
  members: MemberRow[];
  vehicles: VehicleRow[];
  equipment: EquipmentRow[];
  experts: ExpertRow[];
  places: PlaceRow[];
  shifts: ShiftRow[];
}
