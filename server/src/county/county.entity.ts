import type { ImportIssue, ImportView, SheetCounts } from '@liandong/shared/county';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RowChange } from './imports/changes.rules.js';
import type { Datum } from './imports/plan.js';
import type { SheetKey } from './imports/sheets.js';

/** The county itself; one row once somebody has named it. `title` stands at the top of every page. */
@Entity('county')
export class CountyFacts {
  @PrimaryColumn('smallint') id!: 1;
  @Column('text') name!: string;
  @Column('text') title!: string;
  @Column('text') centrePhone!: string;
  @Column('text') zone!: string;
  /** 规则已确认: when the administrator took over types, rules and plans, and who. */
  @Column('timestamptz', { nullable: true }) rulesConfirmedAt!: Date | null;
  @Column('text', { nullable: true }) rulesConfirmedBy!: string | null;
  /** Since when the county takes calls with this system; null: it is still being set up. */
  @Column('timestamptz', { nullable: true }) inServiceAt!: Date | null;
}

/** A key printed at a start without any account; whoever has it may make the first administrator. Only its hash is kept. */
@Entity('setup_keys')
export class SetupKey {
  @PrimaryColumn('text') keyHash!: string;
  @Column('timestamptz') madeAt!: Date;
}

/** One row an import writes, or would write: as it was and as it is then, in the shape the sheets speak of. */
@Entity('county_import_changes')
export class CountyImportChange {
  @PrimaryColumn('uuid') importId!: string;
  @PrimaryColumn('integer') no!: number;
  @Column('text') sheet!: SheetKey;
  @Column('text') what!: RowChange['what'];
  @Column('text') subject!: string;
  @Column('jsonb', { nullable: true }) before!: object | null;
  @Column('jsonb', { nullable: true }) after!: object | null;
}

/** A workbook that was brought in: what was read of it, what it would change, what became of it. */
@Entity('county_imports')
export class CountyImport {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') fileName!: string;
  @Column('text') state!: ImportView['state'];
  @Column('text') datum!: Datum;
  @Column('boolean') retireMissing!: boolean;
  @Column('text') startedBy!: string;
  @Column('timestamptz') @Index('county_imports_started') startedAt!: Date;
  /** When the step that runs was begun: one that never ended was cut off. */
  @Column('timestamptz') steppedAt!: Date;
  @Column('timestamptz', { nullable: true }) appliedAt!: Date | null;
  @Column('text', { nullable: true }) detail!: string | null;
  /** What was read ({@link ReadSheets}), until it is applied. */
  @Column('jsonb', { nullable: true }) read!: object | null;
  /** What it was compared with. */
  @Column('text', { nullable: true }) fingerprint!: string | null;
  @Column('jsonb', { default: [] }) sheets!: SheetCounts[];
  @Column('integer', { default: 0 }) problemCount!: number;
  @Column('jsonb', { default: [] }) problems!: ImportIssue[];
  @Column('integer', { default: 0 }) warningCount!: number;
  @Column('jsonb', { default: [] }) warnings!: ImportIssue[];
}
