import type { Casualties } from '@liandong/shared/situation';
import type { UpwardStage } from '@liandong/shared/upward';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A post that commands at the scene, who holds it, and the classes of incident it commands. An empty name: nobody entered yet. */
@Entity('command_posts')
export class CommandPostRow {
  @PrimaryColumn('text') code!: string;
  @Column('text') post!: string;
  @Column('text') name!: string;
  @Column('text') phone!: string;
  @Column('text', { array: true }) classes!: string[];
  @Column('text') basis!: string;
}

/** 动态报告. The id is the sender's own: sent twice it is one. `teamCode` null: written down by the centre. */
@Entity('situation_reports')
export class SituationReport {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') @Index('situation_reports_incident') incidentId!: string;
  @Column('uuid', { nullable: true }) orderId!: string | null;
  @Column('text', { nullable: true }) teamCode!: string | null;
  @Column('text') reportedBy!: string;
  @Column('text') text!: string;
  @Column('jsonb') casualties!: Casualties;
  @Column('timestamptz') at!: Date;
  @Column('timestamptz') receivedAt!: Date;
}

/** 初报、续报、终报 as they went up. `no` runs through the incident. */
@Entity('upward_reports')
@Index('upward_reports_no', ['incidentId', 'no'], { unique: true })
export class UpwardReport {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') incidentId!: string;
  @Column('text') stage!: UpwardStage;
  @Column('integer') no!: number;
  @Column('text') recipient!: string;
  @Column('text', { nullable: true }) spokenTo!: string | null;
  @Column('text') text!: string;
  @Column('timestamptz') sentAt!: Date;
  @Column('text') sentBy!: string;
}

/** 分流: handed to whose business it is, and his receipt. */
@Entity('referrals')
export class Referral {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') @Index('referrals_incident') incidentId!: string;
  @Column('text') unit!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text') reason!: string;
  @Column('timestamptz') sentAt!: Date;
  @Column('text') sentBy!: string;
  @Column('timestamptz', { nullable: true }) receivedAt!: Date | null;
  @Column('text', { nullable: true }) receivedBy!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
}

/** A line a dispatcher added to the timeline. */
@Entity('incident_notes')
export class IncidentNote {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') @Index('incident_notes_incident') incidentId!: string;
  @Column('text') text!: string;
  @Column('uuid', { array: true }) attachmentIds!: string[];
  @Column('timestamptz') at!: Date;
  @Column('text') notedBy!: string;
}
