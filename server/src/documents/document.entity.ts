import type { DocumentKind } from '@liandong/shared/document';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 工作方案 and the like: of one team, or of the county (no team). `version`: the current one. */
@Entity('documents')
export class Document {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) @Index('documents_team') teamCode!: string | null;
  @Column('text') kind!: DocumentKind;
  @Column('text') title!: string;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('text') createdBy!: string;
  @Column('timestamptz', { nullable: true }) remindedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
}

@Entity('document_versions')
export class DocumentVersion {
  @PrimaryColumn('uuid') documentId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('uuid') @Index('document_versions_attachment', { unique: true }) attachmentId!: string;
  @Column('text') note!: string;
  @Column('timestamptz') uploadedAt!: Date;
  @Column('text') uploadedBy!: string;
}

/** 已阅: a team has read a version. */
@Entity('document_reads')
export class DocumentRead {
  @PrimaryColumn('uuid') documentId!: string;
  @PrimaryColumn('integer') version!: number;
  @PrimaryColumn('text') teamCode!: string;
  @Column('timestamptz') readAt!: Date;
  @Column('text') readBy!: string;
}
