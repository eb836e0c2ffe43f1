import type { BORDER_LAYERS, BorderImport, BorderPreview } from '@liandong/shared/place';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { Gazetteer } from '../gazetteer.js';
import { AreaRow, Township } from '../place.entity.js';
import { sketchOutlines } from '../write-townships.js';
import { readBorders } from './borders.queries.js';
import { isRefused } from './judge-areas.rules.js';
import { type PlannedArea, planBorders } from './plan-borders.js';

type Layer = (typeof BORDER_LAYERS)[number];

/** Boundaries from a GeoJSON file: looked at first, then taken whole or not at all. */
@Injectable()
export class ImportBorders {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly gazetteer: Gazetteer,
  ) {}

  /** @throws Problem bad-request when it cannot be read at all */
  preview(file: BorderImport): Promise<BorderPreview> {
    return this.transactions.run(async (tx) => (await planBorders(tx, file)).preview);
  }

  /** @throws Problem bad-request when an area is wrong: nothing was taken then */
  async apply(file: BorderImport & { reason: string }, actor: Actor): Promise<BorderPreview> {
    const done = await this.transactions.run(async (tx) => {
      // Two imports take turns; a call that names a township does not wait for either.
      await tx.query('SELECT 1 FROM townships ORDER BY code FOR NO KEY UPDATE');
      const { planned, preview } = await planBorders(tx, file);
      if (isRefused(preview)) throw refusal(preview);
      const before = await sizes(tx, file.layer);
      await WRITING[file.layer](tx, planned, file);
      await appendEvent(tx, {
        at: this.clock.now(),
        type: 'borders.imported',
        actor,
        payload: {
          layer: file.layer,
          datum: file.datum,
          basis: file.basis,
          reason: file.reason,
          count: planned.length,
          before,
          after: await sizes(tx, file.layer),
        },
      });
      return preview;
    });
    this.gazetteer.forget();
    return done;
  }
}

function refusal({ errors }: BorderPreview): Problem {
  return new Problem('bad-request', {
    detail: errors.length > 0 ? `有 ${errors.length} 处有误，没有导入任何范围` : '文件里没有可用的范围',
    fields: errors
      .slice(0, 20)
      .map(({ row, message }) => ({ path: 'content', message: `第 ${row} 个要素：${message}` })),
  });
}

const shape = ({ outline }: PlannedArea) => ({ type: 'MultiPolygon' as const, coordinates: outline });

type Write = (tx: EntityManager, areas: readonly PlannedArea[], file: BorderImport) => Promise<void>;

async function writeAreas(tx: EntityManager, kind: 'county' | 'grid', areas: readonly PlannedArea[], basis: string) {
  for (const area of areas) {
    const { code, name, townshipCode } = area;
    await tx.upsert(AreaRow, { code, kind, name, townshipCode, outline: shape(area), basis }, ['code']);
  }
}

const WRITING: Readonly<Record<Layer, Write>> = {
  townships: async (tx, areas, { basis }) => {
    for (const area of areas)
      await tx.update(Township, { code: area.code }, { outline: shape(area), outlineBasis: basis });
    await sketchOutlines(tx);
  },
  seat_areas: async (tx, areas) => {
    for (const { code, outline } of areas)
      await tx.update(Township, { code }, { seatArea: { type: 'Polygon', coordinates: outline[0]! } });
  },
  county: async (tx, areas, { basis }) => {
    await writeAreas(tx, 'county', areas, basis);
    await sketchOutlines(tx);
  },
  grids: async (tx, areas, { basis, removeMissing }) => {
    if (removeMissing) await tx.delete(AreaRow, { kind: 'grid' });
    await writeAreas(tx, 'grid', areas, basis);
  },
};

/** What the layer is, in numbers: the lines themselves would fill the log. */
async function sizes(tx: EntityManager, layer: Layer): Promise<unknown> {
  const { county, grids, townships } = await readBorders(tx);
  const bare = ({ outline: _, ...rest }: { outline: unknown }) => rest;
  if (layer === 'county') return county && bare(county);
  return layer === 'grids' ? grids.map(bare) : townships;
}
