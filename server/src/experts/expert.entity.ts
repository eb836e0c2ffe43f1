import type { ExpertAnswer, ExpertCategory } from '@liandong/shared/expert';
import type { MorePhone } from '@liandong/shared/team';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody of the expert group (应急专家组). */
@Entity('experts')
export class Expert {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') category!: ExpertCategory;
  @Column('text') specialty!: string;
  /** The number called first. */
  @Column('text') phone!: string;
  @Column('text', { default: '' }) unit!: string;
  @Column('text', { default: '' }) title!: string;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
  /** Further numbers; an answer from one of them is his. */
  @Column('jsonb', { default: [] }) morePhones!: MorePhone[];
}

/** One expert asked once, about an incident or on his own. Name, category and phones as they were when he was asked. */
@Entity('expert_calls')
@Index('expert_calls_client', ['clientId', 'expertId'], { unique: true })
export class ExpertCall {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid', { nullable: true }) @Index('expert_calls_incident') incidentId!: string | null;
  @Column('uuid') expertId!: string;
  @Column('text') expertName!: string;
  @Column('text') category!: ExpertCategory;
  @Column('text') phone!: string;
  @Column('text', { array: true }) phones!: string[];
  /** What the text says: for what, and what is wanted of him. */
  @Column('text') place!: string;
  @Column('text') task!: string;
  @Column('boolean') drill!: boolean;
  @Column('timestamptz') @Index('expert_calls_asked') askedAt!: Date;
  @Column('text') askedBy!: string;
  /** When he is asked once more, unless he has answered. */
  @Column('timestamptz')
  @Index('expert_calls_chase', { where: 'answer IS NULL AND chased_at IS NULL' })
  chaseAt!: Date;
  @Column('timestamptz', { nullable: true }) chasedAt!: Date | null;
  @Column('text', { nullable: true }) answer!: ExpertAnswer | null;
  @Column('integer', { nullable: true }) etaMinutes!: number | null;
  @Column('text') words!: string;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) answeredBy!: string | null;
  @Column('text', { nullable: true }) source!: 'sms' | 'voice' | 'verbal' | null;
}
