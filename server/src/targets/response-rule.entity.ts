import type { ResponseRuleView } from '@liandong/shared/response-rule';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 快速反应机制 as data. A new version is a new row; the one in force is the newest whose `effectiveFrom` has come. */
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
}
