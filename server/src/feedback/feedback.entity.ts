import type { FeedbackContent, FeedbackDraft, FeedbackState } from '@liandong/shared/feedback';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 反馈单 of one order as it is now. `version` counts the saves; `savedAs` and `submittedAs` are the newest write's client id. */
@Entity('feedback_forms')
export class FeedbackForm {
  @PrimaryColumn('uuid') orderId!: string;
  @Column('text') @Index('feedback_forms_state') state!: FeedbackState;
  @Column('integer') version!: number;
  @Column('jsonb') content!: FeedbackDraft;
  @Column('text') savedBy!: string;
  @Column('uuid') savedAs!: string;
  @Column('uuid', { nullable: true }) submittedAs!: string | null;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) comment!: string | null;
}

/** What was submitted, returned or accepted, with its content; never changed. */
@Entity('feedback_versions')
export class FeedbackVersionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') @Index('feedback_versions_order') orderId!: string;
  @Column('integer') version!: number;
  @Column('text') action!: 'submitted' | 'returned' | 'accepted';
  @Column('timestamptz') at!: Date;
  @Column('text') by!: string;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('jsonb') content!: FeedbackContent;
}

/** 后续工作 of an accepted form: by whom of which unit, until the end of `dueDate` in the county (`dueAt`). */
@Entity('follow_ups')
export class FollowUp {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') @Index('follow_ups_order') orderId!: string;
  @Column('text') what!: string;
  @Column('text') unit!: string;
  @Column('text') person!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('date') dueDate!: string;
  @Column('timestamptz') dueAt!: Date;
  @Column('text') state!: 'open' | 'done';
  @Column('text', { nullable: true }) proof!: string | null;
  @Column('uuid', { array: true }) attachmentIds!: string[];
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('text', { nullable: true }) doneBy!: string | null;
  @Column('uuid', { nullable: true }) doneAs!: string | null;
}
