import type { PlaceImport, PlaceImportPreview, RowRemark } from '@liandong/shared/place';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { toWgs84 } from '../datum.js';
import { Gazetteer } from '../gazetteer.js';
import { allPlaces, townshipsAt } from '../place.queries.js';
import { readTownships } from '../township.queries.js';
import { pointWarning } from '../where.rules.js';
import { writePlaces } from '../write-places.js';
import { decodeFile } from './decode-file.js';
import { type ImportPlan, isUnchanged, type PlannedRow, planImport } from './plan-import.rules.js';
import { readCsv, readPoints } from './read-table.js';

const MOST_REMARKS = 100;
const SAMPLE = 20;

/** Places from a CSV or GeoJSON file: looked at first, then taken whole or not at all. */
@Injectable()
export class ImportPlaces {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly gazetteer: Gazetteer,
  ) {}

  /** @throws Problem bad-request when it cannot be read at all */
  preview(file: PlaceImport): Promise<PlaceImportPreview> {
    return this.transactions.run(async (tx) => (await look(tx, file)).preview);
  }

  /** @throws Problem bad-request when a row is wrong: nothing was taken then */
  async apply(file: PlaceImport & { reason: string }, actor: Actor): Promise<PlaceImportPreview> {
    const done = await this.transactions.run(async (tx) => {
      // Two imports at a time would each plan against what the other is about to change.
      await tx.query('SELECT 1 FROM townships FOR NO KEY UPDATE');
      // Whoever edits a place now waits, and is not overwritten by what was read before.
      await tx.query('LOCK TABLE places IN SHARE ROW EXCLUSIVE MODE');
      const { preview, plan } = await look(tx, file);
      if (preview.wrong > 0) throw refusal(plan.errors);
      const rows = plan.planned.filter((row) => !isUnchanged(row));
      const codes = await writePlaces(
        tx,
        rows.map(({ place }) => place),
      );
      if (rows.length > 0) await this.record(tx, file, rows, codes, actor);
      return preview;
    });
    this.gazetteer.forget();
    return done;
  }

  private record(
    tx: EntityManager,
    { format, datum, basis, reason }: PlaceImport & { reason: string },
    rows: readonly PlannedRow[],
    codes: readonly string[],
    actor: Actor,
  ): Promise<void> {
    const added = codes.filter((_, at) => rows[at]!.before === null);
    const changed = rows.flatMap(({ place, before }) => (before ? [{ code: before.code, before, after: place }] : []));
    return appendEvent(tx, {
      at: this.clock.now(),
      type: 'place.imported',
      actor,
      payload: { format, datum, basis, reason, count: rows.length, added, changed },
    });
  }
}

function refusal(errors: readonly RowRemark[]): Problem {
  return new Problem('bad-request', {
    detail: `有 ${errors.length} 处有误，没有导入任何一行`,
    fields: errors.slice(0, 20).map(({ row, column, message }) => ({
      path: 'content',
      message: `第 ${row} 行 ${column}：${message}`,
    })),
  });
}

async function look(tx: EntityManager, file: PlaceImport): Promise<{ preview: PlaceImportPreview; plan: ImportPlan }> {
  const { text, encoding } = decodeFile(file.content);
  const rows = file.format === 'csv' ? readCsv(text) : readPoints(text);
  const townships = await readTownships(tx);
  const plan = planImport(rows, {
    townships,
    places: await allPlaces(tx),
    basis: file.basis,
    toWgs84: (at) => toWgs84(at, file.datum),
  });
  const names = new Map(townships.map(({ code, name }) => [code, name]));
  const { planned, errors } = plan;
  const touched = planned.filter((row) => !isUnchanged(row));
  const added = touched.filter(({ before }) => before === null).length;
  const preview: PlaceImportPreview = {
    rows: rows.length,
    added,
    changed: touched.length - added,
    unchanged: planned.length - touched.length,
    wrong: rows.length - planned.length,
    atSeat: planned.filter(({ atSeat }) => atSeat).length,
    encoding,
    errors: errors.slice(0, MOST_REMARKS),
    warnings: (await pointWarnings(tx, touched, names)).slice(0, MOST_REMARKS),
    sample: touched.slice(0, SAMPLE).map(({ place: { code, name, townshipCode, lon, lat } }) => ({
      code: code ?? '',
      name,
      townshipName: names.get(townshipCode)!,
      location: { lon, lat },
    })),
  };
  return { preview, plan };
}

async function pointWarnings(
  tx: EntityManager,
  rows: readonly PlannedRow[],
  names: ReadonlyMap<string, string>,
): Promise<RowRemark[]> {
  const lies = await townshipsAt(
    tx,
    rows.map(({ place: { lon, lat } }) => ({ lon, lat })),
  );
  return rows.flatMap(({ row, place, atSeat }, at) => {
    const message = atSeat ? null : pointWarning(place.townshipCode, lies[at] ?? null, (code) => names.get(code));
    return message ? [{ row, column: '经度', message }] : [];
  });
}
