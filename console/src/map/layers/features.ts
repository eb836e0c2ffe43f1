import type { LonLat } from '@liandong/shared/basics';
import type { BoardRow } from '@liandong/shared/board';
import { readClock } from '@liandong/shared/obligation.clock';
import type { OrderView } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';
import type { MultiPolygon, TownshipView } from '@liandong/shared/place';
import type { TeamRow } from '@liandong/shared/team';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { z } from 'zod';
import { owed } from '../../features/desk/queue.rules';
import { ORDER_SIGNS, type Tone } from '../../ui/signs';

type Township = z.infer<typeof TownshipView>;
type Team = z.infer<typeof TeamRow>;
type Rows = ReadonlyMap<string, BoardRow>;

const at = ({ lon, lat }: LonLat): Position => [lon, lat];
const feature = (geometry: Geometry, properties: Record<string, unknown> = {}): Feature => ({
  type: 'Feature',
  geometry,
  properties,
});
export const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
const point = (where: LonLat, properties: Record<string, unknown>): Feature =>
  feature({ type: 'Point', coordinates: at(where) }, properties);
export const line = (coordinates: Position[], properties: Record<string, unknown> = {}): Feature =>
  feature({ type: 'LineString', coordinates }, properties);

/** An area as it is stored: its parts with their holes. */
export const areaFeature = (outline: MultiPolygon, properties: Record<string, unknown> = {}): Feature =>
  feature({ type: 'MultiPolygon', coordinates: outline }, properties);

export const townshipFeatures = (townships: readonly Township[]): FeatureCollection =>
  collection(townships.map(({ code, urban, outline }) => areaFeature(outline, { code, urban })));

export const seatFeatures = (townships: readonly Township[]): FeatureCollection =>
  collection(townships.map(({ seat, name, urban }) => point(seat, { name, urban })));

export const incidentFeatures = (rows: Rows, selectedId: string | null): FeatureCollection =>
  collection(
    [...rows.values()].flatMap((row) => {
      if (row.location === null) return [];
      const selected = row.id === selectedId;
      const icon = `incident-${row.severity}${selected ? '-selected' : ''}`;
      const rank = selected ? 9 : 5 - ['I', 'II', 'III', 'IV'].indexOf(row.severity);
      return [point(row.location, { id: row.id, icon, rank })];
    }),
  );

/** A team at work: its order, and the incident it was sent to. */
interface Work {
  order: OrderView;
  row: BoardRow;
  late: boolean;
}

/** What each team is busy with; the order that is furthest along decides how it looks. */
export function workByTeam(rows: Rows, now: number): ReadonlyMap<string, Work> {
  const work = new Map<string, Work>();
  for (const row of rows.values()) {
    const lateIds = new Set(
      owed(row)
        .filter((each) => readClock(each, now).phase === 'over')
        .map((each) => each.orderId),
    );
    for (const order of row.orders) {
      if (!isOpen(order.status)) continue;
      const known = work.get(order.teamCode);
      if (known?.order.status === 'on_scene') continue;
      work.set(order.teamCode, { order, row, late: lateIds.has(order.id) });
    }
  }
  return work;
}

/** Teams on scene stand round their incident, this far off on the screen, so that neither hides the other. */
const ROUND_PIXELS = 21;
function beside(index: number): [number, number] {
  const angle = Math.PI * (1.25 + index * 0.3);
  return [Math.round(Math.cos(angle) * ROUND_PIXELS), Math.round(Math.sin(angle) * ROUND_PIXELS)];
}

/** Where a team is drawn: beside its incident once it reported to be on scene, else at its base. */
function placeOf(team: Team, work: Work | undefined): { where: LonLat; offset: [number, number]; away: number } {
  const where = work?.row.location ?? null;
  if (work === undefined || where === null || work.order.status !== 'on_scene') {
    return { where: team.location, offset: [0, 0], away: 0.9 };
  }
  const there = work.row.orders.filter((order) => order.status === 'on_scene');
  return { where, offset: beside(there.indexOf(work.order)), away: 2.2 };
}

/** Minutes left (negative: over) of the clock that runs out first on this order; null when none runs. */
function minutesLeft({ order }: Work, now: number): number | null {
  const dues = order.obligations.filter(
    (each) => each.metAt === null && each.state !== 'waived' && each.dueAt !== null,
  );
  if (dues.length === 0) return null;
  return Math.ceil((Math.min(...dues.map((each) => Date.parse(each.dueAt ?? ''))) - now) / 60_000);
}

export interface MinuteWords {
  left: (minutes: number) => string;
  late: (minutes: number) => string;
}

/** All teams; those at work with their name and the minutes they have left. */
export function teamFeatures(teams: readonly Team[], rows: Rows, now: number, words: MinuteWords): FeatureCollection {
  const work = workByTeam(rows, now);
  const features = teams.map((team) => {
    const own = work.get(team.code);
    const tone: Tone | 'idle' = own === undefined ? 'idle' : own.late ? 'late' : ORDER_SIGNS[own.order.status].tone;
    const minutes = own === undefined ? null : minutesLeft(own, now);
    const due = minutes === null ? '' : minutes > 0 ? words.left(minutes) : words.late(1 - minutes);
    const label = own === undefined ? '' : `${team.shortName} ${due}`.trim();
    const { where, offset, away } = placeOf(team, own);
    const rank = own === undefined ? 0 : 1;
    return point(where, { code: team.code, icon: `team-${tone}`, label, rank, offset, away });
  });
  return collection(features);
}

/** Dashed lines from teams that are not there yet to where they were sent. */
export function orderFeatures(teams: readonly Team[], rows: Rows, now: number): FeatureCollection {
  const byCode = new Map(teams.map((team) => [team.code, team]));
  const lines: Feature[] = [];
  for (const [code, { order, row, late }] of workByTeam(rows, now)) {
    const team = byCode.get(code);
    if (team === undefined || row.location === null || order.status === 'on_scene') continue;
    lines.push(line([at(team.location), at(row.location)], { moving: order.status === 'en_route', late }));
  }
  return collection(lines);
}

const RING_KM = [3, 5, 10];
const KM_PER_DEGREE = 111.32;
const RING_STEPS = 72;

/** Rings round a point; flat-earth circles, good to metres at this size. */
export function ringFeatures(centre: LonLat | null): FeatureCollection {
  if (centre === null) return collection([]);
  const stretch = 1 / Math.cos((centre.lat * Math.PI) / 180);
  return collection(
    RING_KM.map((km) => {
      const degrees = km / KM_PER_DEGREE;
      const circle = Array.from({ length: RING_STEPS + 1 }, (_, i): Position => {
        const angle = (i / RING_STEPS) * Math.PI * 2;
        return [centre.lon + Math.sin(angle) * degrees * stretch, centre.lat + Math.cos(angle) * degrees];
      });
      return line(circle, { label: `${km} km` });
    }),
  );
}

export const markFeatures = (mark: { to: LonLat; label: string } | null): FeatureCollection =>
  collection(mark === null ? [] : [point(mark.to, { label: mark.label })]);
