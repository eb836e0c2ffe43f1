import type { SwapState, SwapView } from '@liandong/shared/duty';
import { localWords } from '@liandong/shared/local-time';
import type { EntityManager } from 'typeorm';
import { checkInWords, dutyGapWords, swapWords } from '../messages/duty-text.rules.js';
import { enqueueMessages, type NewMessage } from '../messages/enqueue.js';
import type { Worded } from '../messages/templates/templates.table.js';
import { textingTime } from '../messages/texting-time.rules.js';
import { findContacts } from '../teams/duty.queries.js';
import { findTeams } from '../teams/team.queries.js';
import type { Span } from './coverage.rules.js';
import { leftWords, spanWords } from './gap-watch.rules.js';
import type { RosterShift } from './roster.queries.js';

interface Recipient {
  name: string;
  post: string;
  phone: string;
}

/** One text, each number once. */
async function text(
  tx: EntityManager,
  people: readonly Recipient[],
  about: { teamCode: string; subjectId: string; words: Worded; dueAt: Date; purpose: 'chase' | 'notice' },
): Promise<void> {
  const each = [...new Map(people.map((person) => [person.phone, person])).values()];
  const { words, ...rest } = about;
  await enqueueMessages(
    tx,
    each.map(({ name, post, phone }): NewMessage => {
      const to = { recipientName: name, recipientPost: post, phone };
      return { ...rest, ...to, step: 0, channel: 'sms', words, drill: false };
    }),
  );
}

/** The commander and the liaison; a team that has neither is reached by its own line. */
async function whoFills(tx: EntityManager, teamCode: string, at: Date): Promise<Recipient[]> {
  const { commander, liaison } = (await findContacts(tx, [teamCode], at)).get(teamCode)!;
  const people = [commander, liaison].filter((person) => person !== null);
  if (people.length > 0) return people;
  const [team] = await findTeams(tx, [teamCode]);
  return [{ name: `${team!.shortName}值班`, post: 'alarm_phone', phone: team!.alarmPhone }];
}

const SOON_MS = 12 * 3_600_000;

/** A gap is chased at once when it is near, else by day. */
export async function tellGap(
  tx: EntityManager,
  gap: Span & { id: string; teamCode: string; teamShortName: string },
  { now, until, zone }: { now: Date; until: Date; zone: string },
): Promise<void> {
  const words = dutyGapWords(gap.teamShortName, spanWords(gap, zone, until), leftWords(gap, now));
  const near = gap.startsAt.getTime() - now.getTime() < SOON_MS;
  const dueAt = near ? now : textingTime(now, zone);
  const people = await whoFills(tx, gap.teamCode, now);
  await text(tx, people, { teamCode: gap.teamCode, subjectId: gap.id, words, dueAt, purpose: 'notice' });
}

/** The person who should be there, and the commander. */
export async function tellMissedCheckIn(
  tx: EntityManager,
  shift: RosterShift & { teamShortName: string },
  now: Date,
  zone: string,
): Promise<void> {
  const { commander } = (await findContacts(tx, [shift.teamCode], now)).get(shift.teamCode)!;
  const words = checkInWords(shift.teamShortName, shift.name, localWords(shift.startsAt, zone));
  const people = commander ? [shift, commander] : [shift];
  await text(tx, people, { teamCode: shift.teamCode, subjectId: shift.id, words, dueAt: now, purpose: 'chase' });
}

/** What each state of a swap says, and to whom: asked, the other; answered, both. */
const SWAP_WORDS: Record<SwapState, { state: string; both: boolean }> = {
  requested: { state: '请回复“同意换班”或“不同意换班”', both: false },
  agreed: { state: '已同意，两班已互换', both: true },
  refused: { state: '未同意，各值原班', both: true },
  withdrawn: { state: '申请已撤回，各值原班', both: false },
  void: { state: '两班已不能互换，申请作废', both: true },
};

export async function tellSwap(tx: EntityManager, swap: SwapView, now: Date, zone: string): Promise<void> {
  const { teamCode, mine, other } = swap;
  const [team] = await findTeams(tx, [teamCode]);
  const people: (Recipient & { id: string })[] = await tx.query(
    'SELECT id, name, post, phone FROM team_members WHERE id = ANY($1)',
    [[mine.memberId, other.memberId]],
  );
  const { state, both } = SWAP_WORDS[swap.state];
  const side = ({ name, startsAt }: SwapView['mine']) => `${name}${localWords(new Date(startsAt), zone)}班`;
  const words = swapWords(team!.shortName, side(mine), side(other), state);
  const to = people.filter(({ id }) => both || id === other.memberId);
  await text(tx, to, { teamCode, subjectId: swap.id, words, dueAt: now, purpose: 'notice' });
}
