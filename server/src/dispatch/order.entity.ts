import type { DutySnapshot } from '@liandong/shared/duty';
import type {
  CALL_KINDS,
  CorrectedKind,
  Correction,
  Evidence,
  Rebased,
  ReportSource,
  Stamps,
} from '@liandong/shared/order';
import type { OrderStatus, ReportKind } from '@liandong/shared/order.lifecycle';
import type { Target } from '@liandong/shared/response-rule';
import type { Casualties } from '@liandong/shared/situation';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type GeoPoint, POINT } from '../database/columns.js';

/** SQL: an order that still commands its team. The indexes are made for exactly these words. */
export const OPEN = `status NOT IN ('cleared', 'declined', 'recalled')`;

/** One incident × one team. `target` is frozen at issue (and rebased once at most); `stamps` are written once each. */
@Entity('orders')
@Index('orders_one_open', ['incidentId', 'teamCode'], {
  unique: true,
  where: OPEN,
})
@Index('orders_open_team', ['teamCode'], { where: OPEN })
@Index('orders_client', ['clientId', 'teamCode'], { unique: true })
@Index('orders_open_code', ['code'], { unique: true, where: OPEN })
export class Order {
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') code!: number;
  @Column('uuid') @Index('orders_incident') incidentId!: string;
  @Column('text') teamCode!: string;
  @Column('text') status!: OrderStatus;
  @Column('text') task!: string;
  @Column('timestamptz') @Index('orders_issued') issuedAt!: Date;
  @Column('text') issuedBy!: string;
  /** Who was on duty at that instant, as he was called then; null: nobody. */
  @Column('jsonb', { nullable: true }) duty!: DutySnapshot | null;
  @Column('timestamptz', { nullable: true }) deliveredAt!: Date | null;
  @Column('jsonb') target!: Target;
  @Column('jsonb') stamps!: Stamps;
  @Column('integer', { nullable: true }) headcount!: number | null;
  @Column('integer', { nullable: true }) etaMinutes!: number | null;
  @Column('text', { nullable: true }) endReason!: string | null;
  @Column('uuid', { nullable: true }) clientId!: string | null;
  @Column('text', { default: 'first' }) callKind!: (typeof CALL_KINDS)[number];
  @Column('uuid', { nullable: true }) replacesId!: string | null;
  @Column('jsonb', { nullable: true }) rebased!: Rebased | null;
  @Column('jsonb', { default: [] }) corrections!: Correction[];
  /** The stamps with the corrections in their place: what holds. Null while nothing was corrected. */
  @Column('jsonb', { nullable: true }) heldStamps!: Stamps | null;
  /** The version and level of the plan it was issued by; null without one. */
  @Column('jsonb', { nullable: true }) plan!: IssuedBy | null;
}

export interface IssuedBy {
  code: string;
  version: number;
  name: string;
  level: number;
  requiredStrength: number | null;
}

/** Every correction ever made, beside the stamp it concerns; the order itself carries the newest of each step. */
@Entity('order_corrections')
export class OrderCorrection {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') @Index('order_corrections_order') orderId!: string;
  @Column('text') kind!: CorrectedKind;
  @Column('timestamptz') was!: Date;
  @Column('timestamptz') at!: Date;
  @Column('text') reason!: string;
  @Column('text') correctedBy!: string;
  @Column('timestamptz') correctedAt!: Date;
}

/** Every report that was taken, also the ones that only say again what is known. */
@Entity('order_reports')
export class OrderReport {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') @Index('order_reports_order') orderId!: string;
  @Column('text') kind!: ReportKind;
  @Column('text') source!: ReportSource;
  @Column('text') evidence!: Evidence;
  @Column('timestamptz', { nullable: true }) occurredAt!: Date | null;
  @Column('timestamptz') receivedAt!: Date;
  @Column('timestamptz') countsAt!: Date;
  @Column('text', { nullable: true }) flag!: string | null;
  @Column('text') effect!: 'step' | 'repeat' | 'note' | 'filled';
  @Column('text') reportedBy!: string;
  @Column({ ...POINT, nullable: true }) location!: GeoPoint | null;
  @Column('integer', { nullable: true }) headcount!: number | null;
  @Column('integer', { nullable: true }) etaMinutes!: number | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('jsonb', { nullable: true }) casualties!: Casualties | null;
  @Column('uuid') @Index('order_reports_client', { unique: true }) clientId!: string;
}

/** 逐人确认: somebody an order has to reach himself, whoever else of the team answered. */
@Entity('paged_people')
export class PagedPersonRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'paged_people_id' }) orderId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'paged_people_id' }) phone!: string;
  @Column('text') name!: string;
  @Column('text') post!: string;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) answeredBy!: string | null;
}
