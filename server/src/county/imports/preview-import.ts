import { type ImportIssue, type ImportView, LISTED_ISSUES } from '@liandong/shared/county';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config.js';
import { insertRows } from '../../database/insert-rows.js';
import { isDuplicate, Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { readUpload, type Upload } from '../../platform/upload.js';
import { CountyImport } from '../county.entity.js';
import { countyAsIs, readKnownCounty } from '../county.queries.js';
import { fingerprint, readCounty } from './base.queries.js';
import { crossCheck } from './cross-check.rules.js';
import { dropUnused, writeChanges } from './import-changes.js';
import { NO_PROGRESS, progressOf, readImportView } from './imports.queries.js';
import { namesOf } from './names.rules.js';
import { countsOf, type Datum, planImport } from './plan.js';
import { readImport } from './read-import.js';
import type { County } from './rows.js';
import { SHEET_KEYS, SHEET_NAMES, SHEETS } from './sheets.js';
import { readWorkbook, UnreadableWorkbook } from './workbook.js';

/** A county of a million people has a workbook of about 2 MB. */
const MAX_BYTES = 20_000_000;

interface Query {
  fileName: string;
  datum: Datum;
  retireMissing?: '1';
  clientId: string;
}

/** A workbook is taken and read in the background; nothing of the county changes. */
@Injectable()
export class PreviewImport {
  private readonly log = new Logger(PreviewImport.name);

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem bad-request, too-large */
  async run(query: Query, upload: Upload, actor: Actor): Promise<ImportView> {
    const bytes = await readUpload(upload.body, MAX_BYTES);
    const id = query.clientId;
    const fresh = await this.begin(query, bytes.length, actor);
    if (fresh) {
      progressOf.set(id, { ...NO_PROGRESS });
      void this.read(id, query, bytes)
        .catch((error) => this.fail(id, error))
        .finally(() => progressOf.delete(id));
    }
    return (await readImportView(this.database, id, this.clock.now()))!;
  }

  /** @returns false when the same upload came before */
  private async begin(
    { clientId: id, fileName, datum, retireMissing }: Query,
    bytes: number,
    actor: Actor,
  ): Promise<boolean> {
    const now = this.clock.now();
    const row = {
      id,
      fileName,
      datum,
      retireMissing: retireMissing === '1',
      startedBy: actor.name,
      startedAt: now,
      steppedAt: now,
    };
    try {
      await this.transactions.run(async (tx) => {
        await insertRows(tx, CountyImport, [{ ...row, state: 'reading' }]);
        await appendEvent(tx, {
          at: now,
          type: 'county.workbook_read',
          actor,
          payload: { importId: id, fileName, bytes },
        });
      });
      return true;
    } catch (error) {
      if (isDuplicate(error, 'PK_county_imports')) return false;
      throw error;
    }
  }

  private async read(id: string, query: Query, bytes: Buffer): Promise<void> {
    const progress = progressOf.get(id)!;
    // Before anything is compared: whatever changes from here on is noticed when it is applied.
    const mark = await fingerprint(this.database);
    const county = await this.county();
    const sheets = await readWorkbook(bytes, SHEET_NAMES, (rows) => {
      progress.read = rows;
    });
    progress.rows = progress.read;
    const { read, problems, warnings } = await readImport(sheets, county.county[0]!.zone, (rows) => {
      progress.checked = rows;
    });
    const names = namesOf(read, county);
    const judged = crossCheck(read, county, names);
    problems.push(...judged.problems);
    warnings.push(...judged.warnings);
    const wanted = { datum: query.datum, retireMissing: query.retireMissing === '1' };
    const plan = problems.length === 0 ? planImport(read, county, names, wanted) : {};
    await this.transactions.run(async (tx) => {
      await dropUnused(tx, this.clock.now());
      await writeChanges(tx, id, plan);
      await tx.update(CountyImport, id, {
        state: problems.length === 0 ? 'ready' : 'refused',
        read: problems.length === 0 ? read : null,
        fingerprint: mark,
        sheets: countsOf(plan),
        problemCount: problems.length,
        problems: inOrder(problems).slice(0, LISTED_ISSUES),
        warningCount: warnings.length,
        warnings: inOrder(warnings).slice(0, LISTED_ISSUES),
      });
    });
  }

  private async county(): Promise<County> {
    const known = await readKnownCounty(this.database);
    return { county: [countyAsIs(known, this.config)], ...(await readCounty(this.database, this.clock.now())) };
  }

  /** A file nobody can read is refused in plain words; a fault of ours is one. */
  private async fail(id: string, error: Error): Promise<void> {
    const unreadable = error instanceof UnreadableWorkbook;
    if (!unreadable) this.log.error(error.stack);
    const detail = unreadable ? error.message : '服务器处理时出错，请稍后重试或联系维护人员';
    await this.database
      .getRepository(CountyImport)
      .update(id, { state: unreadable ? 'refused' : 'failed', detail })
      .catch((fault: Error) => this.log.error(fault.stack));
  }
}

/** As one reads the workbook: sheet by sheet, from top to bottom. */
const inOrder = (issues: readonly ImportIssue[]): ImportIssue[] => {
  const place = new Map(SHEET_KEYS.map((key, index) => [SHEETS[key].name as string, index]));
  const at = ({ sheet, row }: ImportIssue): number => (place.get(sheet) ?? 99) * 10_000_000 + (row ?? 0);
  return [...issues].sort((a, b) => at(a) - at(b));
};
