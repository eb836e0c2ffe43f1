import type { LonLat } from '@liandong/shared/basics';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config } from '../config.js';

/** Longer than this nobody waits at the desk: then the straight line has to do. */
const PATIENCE_MS = 250;
/** A service that was slow or wrong is left alone for this long. */
const REST_MS = 30_000;
/** Roads do not change from one minute to the next; traffic does a little. */
const BELIEVED_MS = 10 * 60_000;
const KEPT_AT_MOST = 500;
/** A day on the road is no answer. */
const MOST_MINUTES = 24 * 60;

type Minutes = ReadonlyMap<string, number>;
type Base = { code: string; location: LonLat };

/** What OSRM's table service answers for many sources and one destination: seconds, null where no road leads. */
const Table = z.object({
  code: z.literal('Ok'),
  durations: z.array(z.tuple([z.number().nullable()])),
});

/** Minutes on the road from the bases to a point, by an OSRM-compatible service, where the county runs one (`ROUTING_URL`). */
@Injectable()
export class RoadTimes {
  private readonly kept = new Map<string, { minutes: Promise<Minutes | null>; at: number }>();
  private restsUntil = 0;
  private readonly log = new Logger(RoadTimes.name);

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** All bases in one request. Null: no service, or none that answered soundly in time. A base it knows no road from is absent. */
  async to(point: LonLat, bases: readonly Base[]): Promise<Minutes | null> {
    if (!this.config.ROUTING_URL || bases.length === 0) return null;
    const now = performance.now();
    const path = tablePath(point, bases);
    const before = this.kept.get(path);
    if (before && now - before.at < BELIEVED_MS) return before.minutes;
    if (now < this.restsUntil) return null;
    const minutes = this.ask(path, bases);
    this.keep(path, { minutes, at: now });
    return minutes;
  }

  private async ask(path: string, bases: readonly Base[]): Promise<Minutes | null> {
    try {
      const address = this.config.ROUTING_URL!.replace(/\/$/, '') + path;
      const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
      const table = Table.parse(await response.json());
      if (table.durations.length !== bases.length) throw new Error(`${table.durations.length} durations`);
      return new Map(bases.flatMap(({ code }, index) => minutesOf(code, table.durations[index]![0])));
    } catch (error) {
      this.restsUntil = performance.now() + REST_MS;
      this.kept.delete(path);
      this.log.warn(
        `no road times, estimating for ${REST_MS / 1000} s: ${error instanceof z.ZodError ? 'no sound table' : error}`,
      );
      return null;
    }
  }

  private keep(path: string, answer: { minutes: Promise<Minutes | null>; at: number }): void {
    this.kept.delete(path);
    this.kept.set(path, answer);
    if (this.kept.size > KEPT_AT_MOST) this.kept.delete(this.kept.keys().next().value!);
  }
}

function minutesOf(code: string, seconds: number | null): [string, number][] {
  const minutes = seconds === null ? Number.NaN : seconds / 60;
  return minutes >= 0 && minutes <= MOST_MINUTES ? [[code, minutes]] : [];
}

const place = ({ lon, lat }: LonLat): string => `${lon.toFixed(5)},${lat.toFixed(5)}`;

/** The point first, then the bases; the same point and bases are the same question. */
function tablePath(point: LonLat, bases: readonly Base[]): string {
  const places = [point, ...bases.map(({ location }) => location)].map(place).join(';');
  const sources = bases.map((_, index) => index + 1).join(';');
  return `/table/v1/driving/${places}?sources=${sources}&destinations=0&annotations=duration`;
}
