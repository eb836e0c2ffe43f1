import type { ShiftSource, SwapState } from '@liandong/shared/duty';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Who answers for a team, half-open [startsAt, endsAt). Shifts of a rotation are written ahead; what has begun is only ever
 * cut short at the present instant, so the past stays as it was.
 */
@Entity('duty_shifts')
@Index('duty_shifts_time', ['teamCode', 'startsAt', 'endsAt'])
export class DutyShift {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') teamCode!: string;
  @Column('uuid') @Index('duty_shifts_member') memberId!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('text', { default: 'single' }) source!: ShiftSource;
  @Column('uuid', { nullable: true }) @Index('duty_shifts_rotation') rotationId!: string | null;
  /** The leave this shift stands in for. */
  @Column('uuid', { nullable: true }) leaveId!: string | null;
  /** Signing in at the start is asked for. */
  @Column('boolean', { default: false }) checkIn!: boolean;
  @Column('timestamptz', { nullable: true }) checkedInAt!: Date | null;
  @Column('text', { nullable: true }) checkedInBy!: string | null;
  /** When the missing sign-in was chased; once is enough. */
  @Column('timestamptz', { nullable: true }) checkInChasedAt!: Date | null;
  /** The member left the team then; what he had stood until then stays his, also when he comes back. */
  @Column('timestamptz', { nullable: true }) leftAt!: Date | null;
  @Column('uuid', { nullable: true }) @Index('duty_shifts_client', { unique: true }) clientId!: string | null;
}

/** Members in turn, from one time of day for so many hours, on certain days of the week. */
@Entity('duty_rotations')
export class DutyRotation {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') @Index('duty_rotations_team') teamCode!: string;
  @Column('jsonb') memberIds!: string[];
  @Column('integer') perShift!: number;
  /** Minutes since the county's midnight. */
  @Column('jsonb') startMinutes!: number[];
  @Column('integer') hours!: number;
  /** 1 Monday … 7 Sunday. */
  @Column('jsonb') weekdays!: number[];
  /** Days of the county, `2026-07-14`; the last one included. */
  @Column('text') firstDay!: string;
  @Column('text', { nullable: true }) lastDay!: string | null;
  @Column('boolean') checkIn!: boolean;
  /** From when it holds: nothing is planned before. */
  @Column('timestamptz') effectiveFrom!: Date;
  @Column('timestamptz', { nullable: true }) endsAt!: Date | null;
  /** Shifts that start before this instant are written. */
  @Column('timestamptz') filledUntil!: Date;
  @Column('text') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('uuid', { nullable: true }) @Index('duty_rotations_client', { unique: true }) clientId!: string | null;
}

/** 请假: while it lasts the member is nobody on duty. */
@Entity('duty_leaves')
export class DutyLeave {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') @Index('duty_leaves_team') teamCode!: string;
  @Column('uuid') @Index('duty_leaves_member') memberId!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('text') reason!: string;
  @Column('uuid', { nullable: true }) coverId!: string | null;
  @Column('text') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  /** Taken back before it began. */
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  @Column('uuid') @Index('duty_leaves_client', { unique: true }) clientId!: string;
}

/** 换班: two shifts of one team change hands, once the other agrees. Both are kept as they were when it was asked. */
@Entity('duty_swaps')
export class DutySwap {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') @Index('duty_swaps_team') teamCode!: string;
  @Column('uuid') shiftId!: string;
  @Column('uuid') memberId!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('uuid') otherShiftId!: string;
  @Column('uuid') otherMemberId!: string;
  @Column('timestamptz') otherStartsAt!: Date;
  @Column('timestamptz') otherEndsAt!: Date;
  @Column('text') state!: SwapState;
  @Column('text') note!: string;
  @Column('text') askedBy!: string;
  @Column('timestamptz') askedAt!: Date;
  /** The member whose word it was, and who took it down. */
  @Column('uuid', { nullable: true }) consentedBy!: string | null;
  @Column('text', { nullable: true }) answeredBy!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('uuid') @Index('duty_swaps_client', { unique: true }) clientId!: string;
}

/** 交接: what the outgoing leaves to the incoming; one per shift. */
@Entity('duty_handovers')
export class DutyHandover {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') @Index('duty_handovers_team') teamCode!: string;
  @Column('uuid') @Index('duty_handovers_shift', { unique: true }) shiftId!: string;
  @Column('text') note!: string;
  @Column('jsonb') openPoints!: string[];
  @Column('text') writtenBy!: string;
  @Column('timestamptz') writtenAt!: Date;
  @Column('uuid', { nullable: true }) confirmedMemberId!: string | null;
  @Column('text', { nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
}

/** 值班空缺, foreseen or running, and how far it was chased. */
@Entity('duty_gaps')
@Index('duty_gaps_open', ['teamCode'], { where: 'filled_at IS NULL' })
export class DutyGap {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') teamCode!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('timestamptz') foundAt!: Date;
  /** 0 not yet, 1 when found, 2 some days before, 3 the day before or running. */
  @Column('integer') chasedStage!: number;
  @Column('timestamptz', { nullable: true }) chasedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) filledAt!: Date | null;
}
