import type { LonLat } from '@liandong/shared/basics';
import type { TownshipView } from '@liandong/shared/place';
import type { EditSeatArea as Wanted } from '@liandong/shared/response-rule';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { Township } from './place.entity.js';
import { closedRing } from './seat-area.rules.js';
import { readTownships } from './township.queries.js';

/** 驻地区域 of a township: a radius round its seat, or a line that takes its place. */
@Injectable()
export class EditSeatArea {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, bad-request (the line crosses itself, has no area, or lies elsewhere) */
  run(code: string, wanted: Wanted, actor: Actor): Promise<TownshipView> {
    return this.transactions.run(async (tx) => {
      await tx.query('SELECT 1 FROM townships WHERE code = $1 FOR UPDATE', [code]);
      const before = await readOne(tx, code);
      if (!before) throw new Problem('not-found', { detail: '没有这个乡镇街道' });
      const ring = wanted.ring && (await checkedRing(tx, code, wanted.ring));
      const seatArea = ring && { type: 'Polygon' as const, coordinates: [ring] };
      await tx.update(Township, { code }, { seatRadiusMeters: wanted.radiusMeters, seatArea });
      const after = (await readOne(tx, code))!;
      const change = { before: content(before), after: content(after), reason: wanted.reason };
      await appendEvent(tx, {
        at: this.clock.now(),
        type: 'seat_area.edited',
        actor,
        payload: { townshipCode: code, name: after.name, ...change },
      });
      return after;
    });
  }
}

const readOne = async (tx: EntityManager, code: string): Promise<TownshipView | undefined> =>
  (await readTownships(tx)).find((township) => township.code === code);

const content = ({ seatRadiusMeters, seatArea }: TownshipView) => ({ radiusMeters: seatRadiusMeters, ring: seatArea });

/** A simple ring that reaches into its township. @throws Problem bad-request */
async function checkedRing(tx: EntityManager, code: string, points: readonly LonLat[]) {
  const ring = closedRing(points);
  if (!ring) throw Problem.field('ring', '范围线至少要有三个不同的点');
  await refuseFarCorners(tx, code, ring);
  const [{ simple, meets }] = await tx.query(
    `SELECT ST_IsValid(g) AS simple, CASE WHEN ST_IsValid(g) THEN ST_Intersects(g::geography, outline) END AS meets
     FROM townships, (SELECT ST_SetSRID(ST_GeomFromGeoJSON($2), 4326) AS g) drawn WHERE code = $1`,
    [code, JSON.stringify({ type: 'Polygon', coordinates: [ring] })],
  );
  if (!simple) throw Problem.field('ring', '范围线自相交或不成面，请重画');
  if (!meets) throw Problem.field('ring', '范围线不在本乡镇街道境内');
  return ring;
}

/** How far from its township's seat a seat area may reach, in metres: beyond it the corners were mistyped. 本县约定 */
const FARTHEST_METERS = 30_000;

/** Corner by corner, before any line is drawn between them. @throws Problem bad-request */
async function refuseFarCorners(tx: EntityManager, code: string, ring: readonly (readonly number[])[]): Promise<void> {
  const [{ farthest }] = await tx.query(
    `SELECT max(ST_Distance(seat, ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography)) AS farthest
     FROM townships, unnest($2::float8[], $3::float8[]) AS corner(lon, lat) WHERE code = $1`,
    [code, ring.map(([lon]) => lon), ring.map(([, lat]) => lat)],
  );
  if (farthest > FARTHEST_METERS) throw Problem.field('ring', '范围线离乡镇驻地太远，请核对坐标');
}
