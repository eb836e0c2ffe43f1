import type { RotationPlan, RotationPreview, RotationView, CreateRotation as Wanted } from '@liandong/shared/duty';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { insertRows } from '../database/insert-rows.js';
import { leaveWork, Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problem.js';
import { clashOf, gapsIn, overlapsIn, type Span } from './coverage.rules.js';
import { DutyRotation } from './duty.entity.js';
import { endRotationAt, holdRotation } from './end-rotation.js';
import { fillRotations } from './fill-rotations.js';
import {
  awayIn,
  lockDuty,
  type Member,
  memberHere,
  membersOf,
  ownTeam,
  shiftsIn,
  standsElsewhere,
} from './roster.queries.js';
import { rotationView } from './rotation.queries.js';
import { expandRotation, firstStart, type Rotation } from './rotation.rules.js';

const PREVIEW_MS = 14 * 86_400_000;

/** A rotation from now on, in place of another or beside it; its shifts are there at once. */
@Injectable()
export class CreateRotation {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem not-found, not-allowed, bad-request, wrong-state (the one it replaces has ended) */
  run(wanted: Wanted, actor: Actor): Promise<RotationView> {
    ownTeam(actor, wanted.teamCode);
    return this.transactions.run(async (tx) => {
      await lockDuty(tx);
      const before = await tx.findOneBy(DutyRotation, { clientId: wanted.clientId });
      if (before) return rotationView(before);
      const now = this.clock.now();
      const { first } = await this.check(tx, wanted, now);
      if (wanted.replaces) {
        const old = await holdRotation(tx, wanted.replaces, actor);
        if (old.teamCode !== wanted.teamCode) throw Problem.field('replaces', '不是本队的轮值');
        await endRotationAt(tx, old, first, now);
      }
      const row = this.rowOf(wanted, actor, now);
      await insertRows(tx, DutyRotation, [row]);
      await fillRotations(tx, now, this.config.COUNTY_TZ, wanted.teamCode);
      const { clientId: _, ...plan } = wanted;
      const payload = { rotationId: row.id, before: wanted.replaces, after: plan };
      await appendEvent(tx, { at: now, type: 'duty.rotation_created', actor, teamCode: wanted.teamCode, payload });
      leaveWork(tx, 'duty');
      return rotationView(row);
    });
  }

  /** What it would give for 14 days, beside the shifts that stay. Nothing is written. */
  preview(plan: RotationPlan, actor: Actor): Promise<RotationPreview> {
    ownTeam(actor, plan.teamCode);
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const { rotation, members, first } = await this.check(tx, plan, now);
      const range = { startsAt: now, endsAt: new Date(now.getTime() + PREVIEW_MS) };
      const stays = (await shiftsIn(tx, plan.teamCode, range)).map((shift) =>
        plan.replaces !== null && shift.rotationId === plan.replaces ? cutAt(shift, first) : shift,
      );
      const elsewhere = await standsElsewhere(tx, plan.memberIds, now);
      const turns = expandRotation(rotation, now, range.endsAt, this.config.COUNTY_TZ).map((turn, index) => ({
        ...turn,
        id: String(index),
        name: members.find(({ id }) => id === turn.memberId)!.name,
        clash: clashOf(
          turn,
          elsewhere.filter(({ memberId }) => memberId === turn.memberId),
        ),
      }));
      const free = turns.filter(({ clash }) => !clash);
      const away = await awayIn(tx, plan.teamCode, range);
      const all = [...stays.filter(({ startsAt, endsAt }) => startsAt < endsAt), ...free];
      return {
        shifts: free.map(({ memberId, name, ...span }) => ({ memberId, name, ...said(span) })),
        gaps: gapsIn(all, away, range).map(said),
        overlaps: overlapsIn(all, away, range).map(said),
        clashes: turns.flatMap(({ clash, name, ...span }) =>
          clash ? [{ name, teamShortName: clash.teamShortName, ...said(span) }] : [],
        ),
      };
    });
  }

  private async check(tx: EntityManager, plan: RotationPlan, now: Date) {
    const members: Member[] = await membersOf(tx, plan.teamCode);
    for (const [index, id] of plan.memberIds.entries()) memberHere(members, id, `memberIds.${index}`);
    if (plan.perShift > plan.memberIds.length) throw Problem.field('perShift', '每班人数多于轮值人数');
    if (plan.lastDay !== null && plan.lastDay < plan.firstDay) throw Problem.field('lastDay', '止于起之前');
    const rotation: Rotation = { ...plan, effectiveFrom: now, endsAt: null };
    const first = firstStart(rotation, now, this.config.COUNTY_TZ);
    if (!first) throw Problem.field('lastDay', '自此刻起一个班次也没有');
    return { members, rotation, first };
  }

  private rowOf({ replaces: _, ...plan }: Wanted, actor: Actor, now: Date): DutyRotation {
    const held = { effectiveFrom: now, endsAt: null, filledUntil: now };
    return { ...plan, ...held, id: newId(), createdBy: actor.name, createdAt: now };
  }
}

const said = ({ startsAt, endsAt }: Span) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });

/** What is left of a shift whose rotation ends at this instant; begun or not, it ends there. */
const cutAt = <T extends Span>(shift: T, at: Date): T => ({ ...shift, endsAt: shift.endsAt < at ? shift.endsAt : at });
