import type { NoticeState } from '@liandong/shared/supervision';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 督办通知 about one missed obligation; never two open ones about the same. The id is the sender's own. */
@Entity('supervision_notices')
@Index('supervision_notices_open', ['obligationId'], { unique: true, where: "state <> 'closed'" })
export class SupervisionNotice {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') @Index('supervision_notices_number', { unique: true }) number!: string;
  @Column('text') state!: NoticeState;
  @Column('uuid') obligationId!: string;
  @Column('uuid') @Index('supervision_notices_incident') incidentId!: string;
  @Column('uuid', { nullable: true }) orderId!: string | null;
  @Column('text', { nullable: true }) teamCode!: string | null;
  @Column('text') addressee!: string;
  @Column('text') demand!: string;
  @Column('timestamptz') issuedAt!: Date;
  @Column('text') issuedBy!: string;
  @Column('timestamptz') answerDueAt!: Date;
  @Column('timestamptz', { nullable: true }) receivedAt!: Date | null;
  @Column('text', { nullable: true }) receivedBy!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) answeredBy!: string | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) closedBy!: string | null;
}
