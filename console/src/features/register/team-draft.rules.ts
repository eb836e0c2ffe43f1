import type { TeamDetail } from '@liandong/shared/team';

/** A team as the form holds it; null: the field is empty. */
export interface TeamDraft {
  code: string;
  name: string;
  shortName: string;
  teamClass: TeamDetail['teamClass'];
  specialties: string[];
  leadDepartment: string;
  townshipCode: string;
  base: TeamDetail['base'];
  lon: number | null;
  lat: number | null;
  datum: 'wgs84' | 'gcj02' | 'bd09';
  alarmPhone: string;
  baseAddress: string;
  duties: string;
  reason: string;
}

export const EMPTY_TEAM: TeamDraft = {
  code: '',
  name: '',
  shortName: '',
  teamClass: 'professional',
  specialties: [],
  leadDepartment: '',
  townshipCode: '',
  base: 'urban',
  lon: null,
  lat: null,
  datum: 'wgs84',
  alarmPhone: '',
  baseAddress: '',
  duties: '',
  reason: '',
};

/** A team in the form; its point is WGS-84 as it is stored. */
export function draftOf(team: TeamDetail): TeamDraft {
  const { code, name, shortName, teamClass, specialties, leadDepartment, townshipCode, base } = team;
  const { alarmPhone, baseAddress, duties, location } = team;
  const place = { townshipCode, base, lon: location.lon, lat: location.lat, datum: 'wgs84' as const };
  return {
    ...{ code, name, shortName, teamClass, specialties: [...specialties], leadDepartment },
    ...place,
    ...{ alarmPhone, baseAddress, duties, reason: '' },
  };
}

const pointOf = ({ lon, lat }: TeamDraft) => (lon === null || lat === null ? undefined : { lon, lat });

/** What a new team is registered with. */
export function newTeamOf({ lon, lat, ...draft }: TeamDraft) {
  return { ...draft, location: pointOf({ lon, lat, ...draft }) };
}

const FIELDS = [
  'name',
  'shortName',
  'teamClass',
  'specialties',
  'leadDepartment',
  'townshipCode',
  'base',
  'alarmPhone',
  'baseAddress',
  'duties',
] as const;

/** Only what was changed: the rest may be somebody else's at this moment. A point counts as changed with its datum. */
export function changesOf(before: TeamDraft, after: TeamDraft) {
  const changed = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const moved = before.lon !== after.lon || before.lat !== after.lat || after.datum !== 'wgs84';
  return {
    ...Object.fromEntries(changed.map((field) => [field, after[field]])),
    ...(moved ? { location: pointOf(after), datum: after.datum } : {}),
  };
}
