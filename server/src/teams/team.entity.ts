import type { MorePhone, Post, TeamRow } from '@liandong/shared/team';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type GeoPoint, POINT } from '../database/columns.js';

@Entity('teams')
export class Team {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('text') shortName!: string;
  @Column('text') teamClass!: TeamRow['teamClass'];
  @Column('text', { array: true }) specialties!: string[];
  @Column('text') leadDepartment!: string;
  @Column('text') base!: 'urban' | 'township';
  @Column('text') townshipCode!: string;
  @Column(POINT) location!: GeoPoint;
  @Column('text') alarmPhone!: string;
  @Column('integer') sortOrder!: number;
  /** 职责任务, as the work plan says it. */
  @Column('text', { default: '' }) duties!: string;
  @Column('text', { default: '' }) baseAddress!: string;
  /** Since when it takes no orders any more; what it did stays on record. */
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
  /** Counts the changes: who edits names the one he saw. */
  @Column('integer', { default: 1 }) version!: number;
}

@Entity('team_members')
export class TeamMember {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') @Index('team_members_team') teamCode!: string;
  @Column('text') name!: string;
  @Column('text') post!: Post;
  /** The number called first. */
  @Column('text') @Index('team_members_phone') phone!: string;
  @Column('text', { nullable: true }) specialty!: string | null;
  /** Further numbers, in the order they are tried. */
  @Column('jsonb', { default: [] }) morePhones!: MorePhone[];
  @Column('text', { default: '' }) note!: string;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
}

/** A vehicle with, where it has one, the id its tracker reports under. */
@Entity('team_vehicles')
export class TeamVehicle {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') @Index('team_vehicles_team') teamCode!: string;
  @Column('text') plate!: string;
  @Column('text') kind!: string;
  @Column('integer', { nullable: true }) seats!: number | null;
  @Column('text', { nullable: true }) trackerId!: string | null;
  @Column('text') note!: string;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
}
