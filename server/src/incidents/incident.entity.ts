import type { CALL_CHANNELS, INCIDENT_STATUSES, Severity } from '@liandong/shared/incident';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type GeoPoint, POINT } from '../database/columns.js';

@Entity('incidents')
@Index('incidents_open', ['receivedAt'], { where: "status = 'open'" })
@Index('incidents_merged', ['mergedIntoId'], { where: 'merged_into_id IS NOT NULL' })
export class Incident {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') @Index('incidents_number', { unique: true }) number!: string;
  @Column('text') status!: (typeof INCIDENT_STATUSES)[number];
  @Column('text', { nullable: true }) typeCode!: string | null;
  @Column('text') severity!: Severity;
  @Column('text') narrative!: string;
  @Column('text', { nullable: true }) placeText!: string | null;
  @Column('text', { nullable: true }) townshipCode!: string | null;
  @Column({ ...POINT, nullable: true }) location!: GeoPoint | null;
  @Column('text', { array: true }) warnings!: string[];
  @Column('boolean') drill!: boolean;
  @Column('text') channel!: (typeof CALL_CHANNELS)[number];
  @Column('timestamptz') @Index('incidents_received') receivedAt!: Date;
  @Column('timestamptz', { nullable: true }) occurredAt!: Date | null;
  @Column('timestamptz', { nullable: true }) firstIssuedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) endReason!: string | null;
  @Column('text', { nullable: true }) sceneCommand!: string | null;
  @Column('jsonb', { nullable: true }) sceneCommander!: { name: string; phone: string } | null;
  @Column('text', { nullable: true }) leadTeamCode!: string | null;
  @Column('boolean', { default: false }) markedMajor!: boolean;
  @Column('uuid', { nullable: true }) mergedIntoId!: string | null;
  @Column('text', { nullable: true }) originTeamCode!: string | null;
  @Column('timestamptz', { nullable: true }) centreTookAt!: Date | null;
  @Column('uuid', { nullable: true }) @Index('incidents_client', { unique: true }) clientId!: string | null;
}

/** One call. It keeps its own number whatever happens to its incident. */
@Entity('calls')
export class Call {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') @Index('calls_number', { unique: true }) number!: string;
  @Column('uuid') @Index('calls_incident') incidentId!: string;
  @Column('text') channel!: (typeof CALL_CHANNELS)[number];
  @Column('text', { nullable: true }) @Index('calls_phone') callerPhone!: string | null;
  @Column('text', { nullable: true }) callerName!: string | null;
  @Column('text') narrative!: string;
  @Column('text', { nullable: true }) placeText!: string | null;
  @Column('timestamptz') receivedAt!: Date;
  @Column('uuid', { nullable: true }) takenById!: string | null;
  @Column('text') takenBy!: string;
}

/** Running numbers of a day, one row a day, so that they start again each morning. */
@Entity('daily_numbers')
export class DailyNumber {
  @PrimaryColumn('text') day!: string;
  @Column('integer') last!: number;
}

@Entity('incident_types')
export class IncidentType {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('text') incidentClass!: string;
  @Column('text') category!: string;
  @Column('text', { array: true }) keywords!: string[];
  @Column('text') defaultSeverity!: Severity;
  @Column('text', { array: true }) specialties!: string[];
  @Column('integer') sortOrder!: number;
}
