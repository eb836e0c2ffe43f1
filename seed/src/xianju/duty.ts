import { hash } from './hash.js';
import type { DutyShiftSeed, MemberSeed, TeamSeed } from './types.js';

const HOUR = 3_600_000;
/** 12 h from 08:00 and 20:00 at +08:00, which are 00:00 and 12:00 UTC: a shift's number is its instant / 12 h. */
const SHIFT = 12 * HOUR;
const OFFSET = 8 * HOUR;
/** Members who take turns beside commander, deputy and liaison: 7 in all, odd, so that day and night alternate. */
const MEMBERS_ON_ROTA = 4;

/** Indexes of those who take duty; the leader in charge does not. */
function rota(members: readonly MemberSeed[]): readonly number[] {
  const indexes = [...members.keys()];
  const officers = indexes.filter((index) => ['commander', 'deputy', 'liaison'].includes(members[index]!.post));
  const others = indexes.filter((index) => members[index]!.post === 'member');
  return [...officers, ...others.slice(0, MEMBERS_ON_ROTA)];
}

function localIso(instant: number): string {
  return `${new Date(instant + OFFSET).toISOString().slice(0, 19)}+08:00`;
}

/**
 * Duty of every team without a gap, half-open 12 h shifts, from the shift that contains `fromIso` (an ISO instant with
 * offset) at least until `days` days after it. The same shift has the same person whenever the function is asked.
 * Throws RangeError for an unreadable instant or a team nobody of which can take duty. Shift hours: 本县约定.
 */
export function dutyShifts(teams: readonly TeamSeed[], fromIso: string, days: number): DutyShiftSeed[] {
  const from = Date.parse(fromIso);
  if (Number.isNaN(from)) throw new RangeError(`not an ISO instant: ${fromIso}`);
  const first = Math.floor(from / SHIFT);
  const end = Math.ceil((from + days * 24 * HOUR) / SHIFT);
  return teams.flatMap(({ code, members }) => {
    const people = rota(members);
    if (people.length === 0) throw new RangeError(`${code} has nobody for duty`);
    const start = hash(code);
    return Array.from({ length: end - first }, (_, index) => ({
      teamCode: code,
      memberIndex: people[(start + first + index) % people.length]!,
      startsAt: localIso((first + index) * SHIFT),
      endsAt: localIso((first + index + 1) * SHIFT),
    }));
  });
}

/**
 * The same as a rotation: who takes turns at 08:00 and 20:00, in the order that begins with the 08:00 shift of `firstDay`
 * (`2026-07-14`). Indexes into the team's members.
 */
export function dutyOrder({ code, members }: TeamSeed, firstDay: string): number[] {
  const people = rota(members);
  const first = Date.parse(`${firstDay}T08:00:00+08:00`) / SHIFT;
  return people.map((_, index) => people[(hash(code) + first + index) % people.length]!);
}
