import type { EachAnswers, LadderStep } from '@liandong/shared/ladder';
import type { TemplateApproval } from '@liandong/shared/message-template';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A template somebody changed; one without a row is as the county began with it. */
@Entity('message_templates')
export class MessageTemplate {
  @PrimaryColumn('text') key!: string;
  @Column('text') body!: string;
  @Column('jsonb') approvals!: Record<string, TemplateApproval>;
  @Column('timestamptz') editedAt!: Date;
  @Column('text') editedBy!: string;
}

/** A ladder somebody changed: `county`, or a team's own. */
@Entity('ladders')
export class EditedLadder {
  @PrimaryColumn('text') scope!: string;
  @Column('jsonb') steps!: LadderStep[];
  @Column('jsonb', { nullable: true }) eachAnswers!: EachAnswers | null;
  @Column('timestamptz') editedAt!: Date;
  @Column('text') editedBy!: string;
}
