import type { ResponseRuleView } from '@liandong/shared/response-rule';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * 快速反应机制 as data. A version is never changed, a new one is a new row; before it takes effect it may be withdrawn and
 * stays on record. `editedBy`, `editedAt` and `reason` null: the version the county began with.
 */
@Entity('response_rules')
export class ResponseRule {
  @PrimaryColumn('smallint') ruleNo!: number;
  @PrimaryColumn('integer') version!: number;
  @Column('text') teamFrom!: ResponseRuleView['teamFrom'];
  @Column('text') incidentIn!: ResponseRuleView['incidentIn'];
  @Column('text') measure!: ResponseRuleView['measure'];
  @Column('integer') daySeconds!: number;
  @Column('integer') nightSeconds!: number;
  @Column('text') basis!: string;
  @Column('text') note!: string;
  @Column('timestamptz') effectiveFrom!: Date;
  @Column('text', { nullable: true }) editedBy!: string | null;
  @Column('timestamptz', { nullable: true }) editedAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}

/** Which minutes of the county's day are day, `[from, to)`, over midnight when from > to. 420 = 07:00. Versions as above. */
@Entity('day_hours')
export class DayHours {
  @PrimaryColumn('integer') version!: number;
  @Column('integer') dayFromMinutes!: number;
  @Column('integer') dayToMinutes!: number;
  @Column('text') basis!: string;
  @Column('timestamptz') effectiveFrom!: Date;
  @Column('text', { nullable: true }) editedBy!: string | null;
  @Column('timestamptz', { nullable: true }) editedAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}
