import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * Every change of the system, written in the transaction that made it: timeline, audit trail and live feed in one.
 * `position`, `previousHash` and `hash` are filled by the sealer after the commit (gap-free, in commit order).
 */
@Entity('event_log')
@Index('event_log_unsealed', ['id'], { where: 'position IS NULL' })
@Index('event_log_register', ['teamCode', 'id'], { where: "type LIKE 'team.%'" })
export class EventRow {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') type!: string;
  @Column('uuid', { nullable: true }) actorId!: string | null;
  @Column('text') actorName!: string;
  @Column('text') actorRole!: string;
  @Column('uuid', { nullable: true }) @Index('event_log_incident') incidentId!: string | null;
  @Column('text', { nullable: true }) teamCode!: string | null;
  @Column('jsonb') payload!: Record<string, unknown>;
  @Column('bigint', { nullable: true }) @Index('event_log_position', { unique: true }) position!: string | null;
  @Column('text', { nullable: true }) previousHash!: string | null;
  @Column('text', { nullable: true }) hash!: string | null;
}

/** The end of the hash chain: one row, locked while events are sealed. */
@Entity('event_chain')
export class EventChain {
  @Column('smallint', { primary: true }) id!: number;
  @Column('bigint') position!: string;
  @Column('text') hash!: string;
}

/** How far each consumer has applied the log; moved in the same transaction as its effect: exactly once. */
@Entity('event_consumers')
export class EventConsumerRow {
  @Column('text', { primary: true }) name!: string;
  @Column('bigint') position!: string;
}
