import type { Post, TeamRow } from '@liandong/shared/team';
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
  @Column('integer') minimumStrength!: number;
  @Column('integer') sortOrder!: number;
}

@Entity('team_members')
export class TeamMember {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') @Index('team_members_team') teamCode!: string;
  @Column('text') name!: string;
  @Column('text') post!: Post;
  @Column('text') @Index('team_members_phone') phone!: string;
  @Column('text', { nullable: true }) specialty!: string | null;
}

/** Who answers for a team, half-open [startsAt, endsAt). */
@Entity('duty_shifts')
@Index('duty_shifts_time', ['teamCode', 'startsAt', 'endsAt'])
export class DutyShift {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') teamCode!: string;
  @Column('uuid') memberId!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
}

@Entity('experts')
export class Expert {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') category!: string;
  @Column('text') specialty!: string;
  @Column('text') phone!: string;
}
