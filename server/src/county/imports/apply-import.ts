import type { ImportView } from '@liandong/shared/county';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config.js';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import { Gazetteer } from '../../places/gazetteer.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { CountyImport } from '../county.entity.js';
import { countyAsIs, readKnownCounty } from '../county.queries.js';
import { SignAsCounty } from '../sign-as-county.js';
import { fingerprint, holdCounty, readCounty } from './base.queries.js';
import { writeChanges } from './import-changes.js';
import { CUT_OFF, NO_PROGRESS, progressOf, readImportView } from './imports.queries.js';
import { namesOf } from './names.rules.js';
import { countsOf, type Plan, planImport } from './plan.js';
import type { ReadSheets } from './rows.js';
import { prepareRows, writePlan } from './write-plan.js';

const CHANGED_SINCE = '预览之后名册有了改动，请重新上传预览';

/** The previewed workbook is written: all of it in one transaction, or nothing. */
@Injectable()
export class ApplyImport {
  private readonly log = new Logger(ApplyImport.name);

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly gazetteer: Gazetteer,
    private readonly sign: SignAsCounty,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Begins; how far it is and how it ended, the import itself says. @throws Problem not-found, wrong-state */
  async run(id: string, actor: Actor): Promise<ImportView> {
    const now = this.clock.now();
    const before = await readImportView(this.database, id, now);
    if (!before) throw new Problem('not-found', { detail: '没有这次导入' });
    if (before.state === 'applied' || before.state === 'applying') return before;
    if (!(await this.claim(id, now)))
      throw new Problem('wrong-state', { state: before.state, detail: STATE_WORDS[before.state] });
    progressOf.set(id, { ...before.progress });
    void this.write(id, now, actor)
      .catch((error) => this.fail(id, now, error))
      .finally(() => progressOf.delete(id));
    return (await readImportView(this.database, id, now))!;
  }

  /** Passes over an import that is being written, whoever writes it; what a process that died had claimed is free again. */
  private async claim(id: string, now: Date): Promise<boolean> {
    const [, claimed] = await this.database.query(
      `UPDATE county_imports SET state = 'applying', stepped_at = $2, detail = NULL
       WHERE id = (SELECT id FROM county_imports WHERE id = $1 AND (state = 'ready' OR (state = 'applying' AND ${CUT_OFF}))
                   FOR NO KEY UPDATE SKIP LOCKED)`,
      [id, now],
    );
    return claimed > 0;
  }

  /** @param claimedAt tells this claim from one that another node made after it */
  private async write(id: string, claimedAt: Date, actor: Actor): Promise<void> {
    const row = (await this.database.getRepository(CountyImport).findOneByOrFail({ id }))!;
    const now = this.clock.now();
    const known = await readKnownCounty(this.database);
    const county = { county: [countyAsIs(known, this.config)], ...(await readCounty(this.database, now)) };
    const read = row.read as ReadSheets;
    const plan = planImport(read, county, namesOf(read, county), row);
    const prepared = prepareRows(plan);
    const progress = progressOf.get(id) ?? { ...NO_PROGRESS };
    await this.transactions.run(async (tx) => {
      await holdClaim(tx, id, claimedAt);
      await holdCounty(tx);
      if ((await fingerprint(tx)) !== row.fingerprint) throw new ChangedSince();
      await writePlan(tx, prepared, { at: now, actor, reason: `Excel 导入：${row.fileName}` }, (rows) => {
        progress.written = rows;
      });
      await this.record(tx, row, plan, actor);
    });
    this.gazetteer.forget();
    // The county is written by now, whatever becomes of its signature.
    await this.sign.run(actor).catch((error: Error) => this.log.error(error.stack));
  }

  private async record(tx: EntityManager, { id, fileName }: CountyImport, plan: Plan, actor: Actor): Promise<void> {
    const at = this.clock.now();
    const sheets = countsOf(plan);
    const changes = await writeChanges(tx, id, plan);
    await tx.update(CountyImport, id, { state: 'applied', appliedAt: at, read: null, sheets });
    await appendEvent(tx, { at, type: 'county.imported', actor, payload: { importId: id, fileName, sheets, changes } });
  }

  private async fail(id: string, claimedAt: Date, error: Error): Promise<void> {
    const changed = error instanceof ChangedSince;
    if (!changed) this.log.error(error.stack);
    const detail = changed ? CHANGED_SINCE : '写入时出错，什么都没有改；请稍后重试或联系维护人员';
    await this.database
      .getRepository(CountyImport)
      .update({ id, state: 'applying', steppedAt: claimedAt }, { state: changed ? 'refused' : 'failed', detail })
      .catch((fault: Error) => this.log.error(fault.stack));
  }
}

/** The import's row is held for as long as it is written: that it lives is seen by the lock, which ends with its process. */
async function holdClaim(tx: EntityManager, id: string, claimedAt: Date): Promise<void> {
  const held = await tx.query(
    `SELECT 1 FROM county_imports WHERE id = $1 AND state = 'applying' AND stepped_at = $2 FOR UPDATE`,
    [id, claimedAt],
  );
  if (held.length === 0) throw new Error(`import ${id} was taken over by another node`);
}

class ChangedSince extends Error {}

const STATE_WORDS: Record<ImportView['state'], string> = {
  reading: '还在读取，请稍候',
  ready: '另有人刚开始导入',
  refused: '有错误的表格不能导入，请改正后重新上传',
  applying: '正在导入',
  applied: '已经导入过了',
  failed: '这次处理失败了，请重新上传',
};
