import type { PlanLevel } from '@liandong/shared/plan';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * 预案: whom a type of incident calls, level by level. A version is never changed, a new one is a new row; before it takes
 * effect it may be withdrawn. Empty `severities` and `townshipCodes` mean all of them. `editedBy` null: as the county began.
 */
@Entity('response_plans')
export class ResponsePlan {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'response_plans_version' }) code!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'response_plans_version' }) version!: number;
  @Column('text') @Index('response_plans_type') typeCode!: string;
  @Column('text') name!: string;
  @Column('text', { array: true, default: [] }) severities!: string[];
  @Column('text', { array: true, default: [] }) townshipCodes!: string[];
  @Column('jsonb') levels!: PlanLevel[];
  @Column('text') taskText!: string;
  @Column('text', { nullable: true }) sceneCommand!: string | null;
  @Column('text', { default: '本县约定' }) basis!: string;
  @Column('boolean', { default: false }) retired!: boolean;
  @Column('timestamptz') effectiveFrom!: Date;
  @Column('text', { nullable: true }) editedBy!: string | null;
  @Column('timestamptz', { nullable: true }) editedAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  @Column('uuid', { nullable: true })
  @Index('response_plans_client', { unique: true })
  clientId!: string | null;
}

/** How much longer the road is than the straight line, in hundredths; a township without a row takes the county's usual. */
@Entity('township_detours')
export class TownshipDetour {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'township_detours_township' }) townshipCode!: string;
  @Column('integer') percent!: number;
  @Column('text') basis!: string;
}

/** 停勤: the team is out of the count in [startsAt, endsAt); `endsAt` null: until it is returned. */
@Entity('team_outages')
@Index('team_outages_team', ['teamCode', 'startsAt'])
export class TeamOutage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_outages_id' }) id!: string;
  @Column('text') teamCode!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz', { nullable: true }) endsAt!: Date | null;
  @Column('text') setBy!: string;
  @Column('text', { nullable: true }) returnedBy!: string | null;
}
