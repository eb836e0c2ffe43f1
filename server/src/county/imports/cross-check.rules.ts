import type { ImportIssue } from '@liandong/shared/county';
import { type Names, nearest } from './names.rules.js';
import type { County, ReadRow, ReadSheets } from './rows.js';
import { type Column, SHEETS, type SheetKey } from './sheets.js';

/** What the sheets say of each other and of the county as it stands. */
export interface Judged {
  problems: ImportIssue[];
  warnings: ImportIssue[];
}

const header = (key: SheetKey, column: string): string =>
  (SHEETS[key].columns as readonly Column[]).find((each) => each.key === column)!.header;

export const issueAt = (key: SheetKey, row: ReadRow, column: string, wrong: string, right: string): ImportIssue => ({
  sheet: SHEETS[key].name,
  row: row.row,
  column: header(key, column),
  value: row.typed[column] ?? '',
  wrong,
  right,
});

/** Every check that needs more than one cell. */
export function crossCheck(read: ReadSheets, county: County, names: Names): Judged {
  const judged: Judged = { problems: [], warnings: [] };
  for (const check of CHECKS) check({ read, county, names, ...judged });
  return judged;
}

interface Facts extends Judged {
  read: ReadSheets;
  county: County;
  names: Names;
}
type Check = (facts: Facts) => void;

const onlyOneCounty: Check = ({ read, problems }) => {
  for (const row of (read.county ?? []).slice(1))
    problems.push(issueAt('county', row, 'name', '县域只能有一行', '删去多余的行'));
};

/** A name nobody has is told once, with how often it stands there. */
const known =
  (key: SheetKey, column: 'team' | 'township', what: string): Check =>
  ({ read, names, problems }) => {
    const unknown = new Map<string, ReadRow[]>();
    for (const row of read[key] ?? []) {
      const words = row.values[column];
      if (typeof words !== 'string' || names[column](words) !== null) continue;
      unknown.set(words, [...(unknown.get(words) ?? []), row]);
    }
    for (const [words, rows] of unknown) {
      const near = nearest(words, names[`${column}Words`]);
      const right = near
        ? `是不是“${near}”？`
        : `先在“${column === 'team' ? SHEETS.teams.name : SHEETS.townships.name}”表中加上`;
      const others = rows.length > 1 ? `（另有 ${rows.length - 1} 行相同，如第 ${rows[1]!.row} 行）` : '';
      problems.push(issueAt(key, rows[0]!, column, `没有这个${what}${others}`, right));
    }
  };

/** Two rows that would be the same thing. */
const unlike =
  (key: SheetKey, column: string, keyOf: (row: ReadRow, names: Names) => string | null, what: string): Check =>
  ({ read, names, problems }) => {
    const first = new Map<string, number>();
    for (const row of read[key] ?? []) {
      const id = keyOf(row, names);
      if (id === null) continue;
      const before = first.get(id);
      if (before === undefined) first.set(id, row.row);
      else problems.push(issueAt(key, row, column, `${what}与第 ${before} 行重复`, '每个只留一行'));
    }
  };

const of =
  (...columns: string[]) =>
  (row: ReadRow): string | null =>
    columns.every((column) => row.values[column] !== undefined)
      ? JSON.stringify(columns.map((column) => row.values[column]))
      : null;
const ofTeam =
  (...columns: string[]) =>
  (row: ReadRow, names: Names): string | null => {
    const rest = of(...columns)(row);
    const code = typeof row.values.team === 'string' ? names.team(row.values.team) : '';
    return rest === null || code === null ? null : `${code} ${rest}`;
  };

const bothDegrees: Check = ({ read, problems }) => {
  for (const key of ['teams', 'equipment'] as const)
    for (const row of read[key] ?? []) {
      if ((row.typed.lon === undefined) === (row.typed.lat === undefined)) continue;
      problems.push(
        issueAt(key, row, row.typed.lon === undefined ? 'lon' : 'lat', '经度、纬度只填了一个', '两个都填，或都空着'),
      );
    }
};

const oneCommander: Check = ({ read, county, names, problems, warnings }) => {
  if (!read.members) return;
  const commanders = new Map<string, string>();
  const inSheet = new Set(read.members.map((row) => personKey(row, names)));
  for (const member of county.members)
    if (member.post === 'commander' && !member.retired && !inSheet.has(`${member.teamCode} ${member.phone}`))
      commanders.set(member.teamCode, `${member.name}（已在册）`);
  const firstRows = new Map<string, ReadRow>();
  for (const row of read.members) {
    const team = typeof row.values.team === 'string' ? names.team(row.values.team) : null;
    if (team === null) continue;
    if (!firstRows.has(team)) firstRows.set(team, row);
    if (row.values.post !== 'commander') continue;
    const before = commanders.get(team);
    if (before) problems.push(issueAt('members', row, 'post', `一队只能有一名指挥，已有${before}`, '改为副指挥或队员'));
    else commanders.set(team, `第 ${row.row} 行的${row.typed.name ?? ''}`);
  }
  for (const [team, row] of firstRows)
    if (!commanders.has(team)) warnings.push(issueAt('members', row, 'team', '这支队伍没有指挥', '每队填一名指挥'));
};

const personKey = (row: ReadRow, names: Names): string =>
  `${typeof row.values.team === 'string' ? names.team(row.values.team) : ''} ${row.values.phone}`;

/** Whose the number is cannot be told when it calls: allowed, since some serve in two teams, but said. */
const sharedPhones: Check = ({ read, names, warnings }) => {
  const first = new Map<unknown, { row: ReadRow; team: string | null }>();
  for (const row of read.members ?? []) {
    if (row.values.phone === undefined || typeof row.values.team !== 'string') continue;
    const team = names.team(row.values.team);
    const before = first.get(row.values.phone);
    if (!before) first.set(row.values.phone, { row, team });
    else if (before.team !== team) {
      const wrong = `与第 ${before.row.row} 行${before.row.typed.name ?? ''}的手机相同`;
      warnings.push(issueAt('members', row, 'phone', wrong, '同一人在两队可以；否则请核对'));
    }
  }
};

const shiftsMakeSense: Check = ({ read, county, names, problems, warnings }) => {
  const people = new Map<string, string>();
  for (const { teamCode, phone, name, retired } of county.members)
    if (!retired) people.set(`${teamCode} ${phone}`, name);
  for (const row of read.members ?? []) people.set(personKey(row, names), String(row.values.name ?? ''));
  for (const row of read.shifts ?? []) {
    const { startsAt, endsAt, phone, team, name } = row.values as Record<string, string | undefined>;
    if (startsAt && endsAt && endsAt <= startsAt)
      problems.push(issueAt('shifts', row, 'endsAt', '结束不晚于开始', '结束时间要在开始之后；跨夜的写次日日期'));
    if (startsAt && endsAt && Date.parse(endsAt) - Date.parse(startsAt) > 7 * 86_400_000)
      warnings.push(issueAt('shifts', row, 'endsAt', '一班超过七天', '请核对日期'));
    if (!phone || !team || names.team(team) === null) continue;
    const person = people.get(personKey(row, names));
    if (person === undefined)
      problems.push(issueAt('shifts', row, 'phone', '这支队伍没有用这个手机的人', '先在“人员”表中加上'));
    else if (name && name !== person)
      warnings.push(issueAt('shifts', row, 'name', `这个手机在册的姓名是${person}`, '请核对'));
  }
};

/** Far from everything else of the file: most often another datum, or degrees of another place. 200 km. 本县约定 */
const FAR_DEGREES = 2;

const farPoints: Check = ({ read, county, warnings }) => {
  const seats = [
    ...county.townships.map(({ lon, lat }) => ({ lon, lat })),
    ...(read.townships ?? []).flatMap(({ values }) =>
      typeof values.lon === 'number' && typeof values.lat === 'number' ? [{ lon: values.lon, lat: values.lat }] : [],
    ),
  ];
  if (seats.length < 3) return;
  const middle = (pick: 'lon' | 'lat'): number =>
    seats.map((seat) => seat[pick]).sort((a, b) => a - b)[seats.length >> 1]!;
  const [lon, lat] = [middle('lon'), middle('lat')];
  for (const key of ['townships', 'teams', 'equipment', 'places'] as const)
    for (const row of read[key] ?? []) {
      const point = row.values as { lon?: number; lat?: number };
      if (point.lon === undefined || point.lat === undefined) continue;
      if (Math.abs(point.lon - lon) < FAR_DEGREES && Math.abs(point.lat - lat) < FAR_DEGREES) continue;
      warnings.push(issueAt(key, row, 'lon', '离本县其他地点很远', '请核对经度、纬度'));
    }
};

const CHECKS: readonly Check[] = [
  onlyOneCounty,
  unlike('townships', 'code', of('code'), '编码'),
  unlike('townships', 'name', of('name'), '名称'),
  known('teams', 'township', '乡镇街道'),
  unlike('teams', 'code', of('code'), '编号'),
  unlike('teams', 'name', of('name'), '名称'),
  known('members', 'team', '队伍'),
  unlike('members', 'phone', ofTeam('phone'), '本队的手机'),
  oneCommander,
  sharedPhones,
  known('vehicles', 'team', '队伍'),
  unlike('vehicles', 'plate', ofTeam('plate'), '车牌'),
  known('equipment', 'team', '队伍'),
  unlike('equipment', 'name', ofTeam('name', 'placeText'), '队伍、名称和存放地点'),
  unlike('experts', 'phone', of('name', 'phone'), '姓名和电话'),
  known('places', 'township', '乡镇街道'),
  unlike('places', 'code', of('code'), '编码'),
  unlike(
    'places',
    'name',
    (row) => (row.values.code === undefined ? of('name', 'township', 'kind')(row) : null),
    '名称和乡镇',
  ),
  known('shifts', 'team', '队伍'),
  unlike('shifts', 'startsAt', ofTeam('phone', 'startsAt'), '值班'),
  shiftsMakeSense,
  bothDegrees,
  farPoints,
];
