import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { appendEvents, type NewEvent } from '../events/append-event.js';
import { cancelSubjects } from '../messages/enqueue.js';
import { SYSTEM } from '../platform/actor.js';
import { newId } from '../platform/ids.js';
import { readSettings } from '../settings/settings.queries.js';
import { DutyGap } from './duty.entity.js';
import { type KnownGap, reconcile, stageOf } from './gap-watch.rules.js';
import { lockDuty } from './roster.queries.js';
import { aheadOf, gapsAhead, readRosters } from './standing.queries.js';
import { tellGap } from './tell-duty.js';

type Chased = 'duty.gap_found' | 'duty.gap_chased' | 'duty.gap_alarmed';
const EVENTS: Record<1 | 2 | 3, Chased> = { 1: 'duty.gap_found', 2: 'duty.gap_chased', 3: 'duty.gap_alarmed' };

/**
 * Each gap of the next 14 days on record once, and chased as it comes nearer: when found, some days before, the day before.
 * One that is filled is done, and what was still to be sent about it is not sent.
 */
export async function chaseGaps(tx: EntityManager, now: Date, zone: string): Promise<void> {
  await lockDuty(tx);
  const range = aheadOf(now);
  const { teams, away } = await readRosters(tx, null, range);
  const names = new Map(teams.map(({ code, shortName }) => [code, shortName]));
  const found = teams.flatMap((team) => gapsAhead(team, away, now).map((gap) => ({ ...gap, teamCode: team.code })));
  const known: KnownGap[] = await tx.query(
    `SELECT id, team_code AS "teamCode", starts_at AS "startsAt", ends_at AS "endsAt", chased_stage AS "chasedStage"
     FROM duty_gaps WHERE filled_at IS NULL ORDER BY starts_at, id`,
  );
  if (found.length === 0 && known.length === 0) return;
  const settings = await readSettings(tx);
  const { still, opened, filled } = reconcile(known, found, { now, settings });
  const fresh = opened.map((gap) => ({ ...gap, id: newId(), chasedStage: 0 }));
  await insertRows(
    tx,
    DutyGap,
    fresh.map((gap) => ({ ...gap, foundAt: now })),
  );
  await tx.query(
    `UPDATE duty_gaps g SET starts_at = f.starts_at, ends_at = f.ends_at, chased_stage = f.stage
     FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::int[]) AS f(id, starts_at, ends_at, stage)
     WHERE g.id = f.id`,
    [
      still.map(({ id }) => id),
      still.map(({ startsAt }) => startsAt),
      still.map(({ endsAt }) => endsAt),
      still.map(({ chasedStage }) => chasedStage),
    ],
  );
  const done = await close(tx, filled, now);
  const events: NewEvent[] = [];
  for (const gap of [...still, ...fresh]) {
    const stage = stageOf(gap, now, settings);
    if (stage <= gap.chasedStage) continue;
    const teamShortName = names.get(gap.teamCode)!;
    await tellGap(tx, { ...gap, teamShortName }, { now, until: range.endsAt, zone });
    await tx.query('UPDATE duty_gaps SET chased_stage = $2, chased_at = $3 WHERE id = $1', [gap.id, stage, now]);
    events.push(gapEvent(EVENTS[stage], gap, now));
  }
  await appendEvents(tx, [...done, ...events]);
}

async function close(tx: EntityManager, filled: readonly KnownGap[], now: Date): Promise<NewEvent[]> {
  const ids = filled.map(({ id }) => id);
  if (ids.length === 0) return [];
  await tx.query('UPDATE duty_gaps SET filled_at = $2 WHERE id = ANY($1)', [ids, now]);
  await cancelSubjects(tx, ids);
  // Time that nobody stood is over, not filled.
  return filled.map((gap) => gapEvent(gap.endsAt <= now ? 'duty.gap_passed' : 'duty.gap_filled', gap, now));
}

const gapEvent = (type: Chased | 'duty.gap_filled' | 'duty.gap_passed', gap: KnownGap, at: Date): NewEvent => ({
  at,
  type,
  actor: SYSTEM,
  teamCode: gap.teamCode,
  payload: { gapId: gap.id, startsAt: gap.startsAt, endsAt: gap.endsAt },
});
