import type { ObligationKind, ObligationState } from '@liandong/shared/obligation';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something owed: by whom, by when. The one clock mechanism of the system. */
@Entity('obligations')
@Index('obligations_chase', ['nextChaseAt'], { where: 'next_chase_at IS NOT NULL' })
export class Obligation {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: ObligationKind;
  @Column('uuid') @Index('obligations_order') orderId!: string;
  @Column('uuid') @Index('obligations_incident') incidentId!: string;
  @Column('text') teamCode!: string;
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
}
