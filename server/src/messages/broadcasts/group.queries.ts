import type { BroadcastGroup } from '@liandong/shared/broadcast';
import type { EntityManager } from 'typeorm';
import { toLocal } from '../../platform/phone.rules.js';
import { onDutySql } from '../../teams/duty.queries.js';

/** Somebody a broadcast goes to. */
export interface Recipient {
  phone: string;
  name: string;
  post: string;
  teamCode: string | null;
}

const MEMBERS = `SELECT m.phone, m.name, m.post, m.team_code AS "teamCode" FROM team_members m
  JOIN teams t ON t.code = m.team_code AND t.retired_at IS NULL AND m.retired_at IS NULL`;
const LEADERS = `m.post IN ('commander', 'deputy', 'liaison')`;

type Of<K extends BroadcastGroup['kind']> = Extract<BroadcastGroup, { kind: K }>;

/** Who belongs to a group at an instant; posts mean commander, deputy and liaison. */
const GROUPS: { [K in BroadcastGroup['kind']]: (tx: EntityManager, group: Of<K>, at: Date) => Promise<Recipient[]> } = {
  commanders: (tx) => tx.query(`${MEMBERS} WHERE m.post = 'commander' ORDER BY t.sort_order, m.id`),
  on_duty: (tx, _group, at) =>
    tx.query(`${MEMBERS} JOIN ${onDutySql('$1::timestamptz')} d ON d.member_id = m.id ORDER BY t.sort_order, m.id`, [
      at,
    ]),
  team_class: (tx, { teamClass }) =>
    tx.query(`${MEMBERS} WHERE t.team_class = $1 AND ${LEADERS} ORDER BY t.sort_order, m.id`, [teamClass]),
  township: (tx, { townshipCode }) =>
    tx.query(`${MEMBERS} WHERE t.township_code = $1 AND ${LEADERS} ORDER BY t.sort_order, m.id`, [townshipCode]),
  teams: (tx, { teamCodes, everyone }) =>
    tx.query(`${MEMBERS} WHERE t.code = ANY($1) AND ($2 OR ${LEADERS}) ORDER BY t.sort_order, m.id`, [
      teamCodes,
      everyone,
    ]),
  experts: (tx, { category }) =>
    tx.query(
      `SELECT phone, name, 'expert' AS post, NULL AS "teamCode" FROM experts
       WHERE retired_at IS NULL AND ($1::text IS NULL OR category = $1) ORDER BY id`,
      [category ?? null],
    ),
  phones: async (_tx, { phones }) =>
    phones.map(toLocal).map((phone) => ({ phone, name: phone, post: 'typed', teamCode: null })),
};

/** Everybody of these groups, each number once, the first group's name for him. */
export async function findRecipients(
  tx: EntityManager,
  groups: readonly BroadcastGroup[],
  at: Date,
): Promise<Recipient[]> {
  const people = new Map<string, Recipient>();
  for (const group of groups)
    for (const person of await GROUPS[group.kind](tx, group as never, at))
      if (!people.has(toLocal(person.phone))) people.set(toLocal(person.phone), person);
  return [...people.values()];
}

const CLASS_WORDS = { public: '公众类队伍', professional: '专业类队伍', expert: '专家类队伍' };

/** The groups as a person says them. */
export async function groupsText(tx: EntityManager, groups: readonly BroadcastGroup[]): Promise<string> {
  const rows: { code: string; name: string }[] = await tx.query(
    'SELECT code, short_name AS name FROM teams UNION ALL SELECT code, name FROM townships',
  );
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const say = (group: BroadcastGroup): string => {
    if (group.kind === 'commanders') return '各队指挥员';
    if (group.kind === 'on_duty') return '此刻值班人员';
    if (group.kind === 'team_class') return CLASS_WORDS[group.teamClass];
    if (group.kind === 'township') return `${names.get(group.townshipCode) ?? group.townshipCode}各队`;
    if (group.kind === 'experts') return group.category ? `专家组（${group.category}）` : '专家组';
    if (group.kind === 'phones') return `${group.phones.length}个号码`;
    return `${group.teamCodes.map((code) => names.get(code) ?? code).join('、')}${group.everyone ? '全体' : ''}`;
  };
  return groups.map(say).join('；');
}
