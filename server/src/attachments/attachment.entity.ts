import type { AttachmentType } from '@liandong/shared/attachment';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type GeoPoint, POINT } from '../database/columns.js';

/**
 * A stored file; its bytes lie in the file store under its id, written before the row. The id is the sender's own: the same
 * upload sent twice is one. `name` is text, never a path. `location`: where the picture was taken, WGS-84, only when the
 * sender wanted it kept; the file itself never carries it.
 */
@Entity('attachments')
export class Attachment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attachments_id' }) id!: string;
  @Column('uuid', { nullable: true }) @Index('attachments_incident') incidentId!: string | null;
  @Column('uuid', { nullable: true }) orderId!: string | null;
  @Column('text', { nullable: true }) teamCode!: string | null;
  @Column('text') name!: string;
  @Column('text') mediaType!: AttachmentType;
  @Column('integer') bytes!: number;
  @Column('integer', { nullable: true }) width!: number | null;
  @Column('integer', { nullable: true }) height!: number | null;
  @Column({ ...POINT, nullable: true }) location!: GeoPoint | null;
  /** Of the stored bytes, hex. */
  @Column('text') sha256!: string;
  @Column('text') uploadedBy!: string;
  @Column('uuid') uploadedById!: string;
  @Column('timestamptz') uploadedAt!: Date;
  /** Uploaded as a version of a document (工作方案…): of its team, or of the county. */
  @Column('boolean', { default: false }) document!: boolean;
}
