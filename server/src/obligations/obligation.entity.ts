import type { ObligationKind, ObligationState } from '@liandong/shared/obligation';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { OWING } from './owing.sql.js';

/**
 * Something owed: by whom, by when. The one clock mechanism of the system.
 * The subject is the order (`orderId`), the incident, or what `subjectId` names (a follow-up, a notice).
 */
@Entity('obligations')
@Index('obligations_chase', ['nextChaseAt'], { where: 'next_chase_at IS NOT NULL' })
@Index('obligations_owing', ['dueAt'], { where: OWING })
export class Obligation {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: ObligationKind;
  @Column('text', { nullable: true }) stage!: string | null;
  @Column('uuid', { nullable: true }) @Index('obligations_order') orderId!: string | null;
  @Column('uuid') @Index('obligations_incident') incidentId!: string;
  @Column('uuid', { nullable: true }) @Index('obligations_subject') subjectId!: string | null;
  @Column('text', { nullable: true }) teamCode!: string | null;
  @Column('text') owedBy!: string;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('text') state!: ObligationState;
  @Column('timestamptz', { nullable: true }) metAt!: Date | null;
  @Column('text', { nullable: true }) metEvidence!: string | null;
  @Column('text', { nullable: true }) waivedCode!: string | null;
  @Column('text', { nullable: true }) waivedReason!: string | null;
  @Column('text', { nullable: true }) waivedBy!: string | null;
  @Column('timestamptz', { nullable: true }) nextChaseAt!: Date | null;
  @Column('integer', { default: 0 }) chases!: number;
  /** Nothing more is expected: the team declined, or the order is over. What was missed stays missed. */
  @Column('boolean', { default: false }) givenUp!: boolean;
  /** What the limit rests on, as it was when the clock was started. */
  @Column('text', { nullable: true }) basis!: string | null;
}
