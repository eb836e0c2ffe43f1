import type { AttemptState, LineName, LineState, PhoneFlag } from '@liandong/shared/message';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One hand-over of a message to a provider, written before the call: after a crash it says what may have gone out.
 * `checkAt`: when the provider is asked what became of it, unless it tells by itself before.
 */
@Entity('message_attempts')
@Index('message_attempts_provider', ['line', 'providerId'])
@Index('message_attempts_phone', ['phone', 'at'])
@Index('message_attempts_line', ['line', 'at'])
@Index('message_attempts_check', ['checkAt'], { where: 'check_at IS NOT NULL' })
export class MessageAttempt {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') @Index('message_attempts_message') messageId!: string;
  @Column('text') line!: LineName;
  @Column('text') phone!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') state!: AttemptState;
  @Column('text', { nullable: true }) providerId!: string | null;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('integer', { nullable: true }) parts!: number | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) checkAt!: Date | null;
}

/** How a line is doing, shared by all nodes. No row: never used, well. `probeAt`: when a sick one is tried again. */
@Entity('message_lines')
export class MessageLine {
  @PrimaryColumn('text') name!: LineName;
  @Column('text') state!: LineState;
  @Column('timestamptz', { nullable: true }) since!: Date | null;
  @Column('integer', { default: 0 }) failures!: number;
  /** How often in a row it said that it takes nothing from us. */
  @Column('integer', { default: 0 }) refusals!: number;
  @Column('timestamptz', { nullable: true }) probeAt!: Date | null;
  @Column('timestamptz', { nullable: true }) lastGoodAt!: Date | null;
  @Column('text', { nullable: true }) code!: string | null;
}

/** What is known of a number, until somebody has checked it. */
@Entity('phone_flags')
export class KnownPhoneFlag {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'phone_flags_id' }) phone!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'phone_flags_id' }) flag!: PhoneFlag;
  @Column('timestamptz') since!: Date;
  @Column('text') because!: string;
}

/** A webhook that was not believed: forged, too late, cut short. Kept for whoever looks into it. */
@Entity('refused_hooks')
export class RefusedHook {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') source!: string;
  @Column('text') why!: string;
  @Column('timestamptz') @Index('refused_hooks_at') at!: Date;
  @Column('text') address!: string;
  @Column('text') excerpt!: string;
}
