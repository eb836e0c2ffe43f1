import type { LiveBatch, LiveSnapshot } from '@liandong/shared/realtime';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { boardRows } from '../board/board.queries.js';
import { lastPosition, liveEvent, readEvents, type SealedEvent } from '../events/event-log.queries.js';
import { Clock } from '../platform/clock.js';

/** A client further behind than this loads afresh. */
const LONGEST_GAP = 500;

/** Who signed in, who was refused: the auditor's trail, not the desks'. */
const isForDesks = (event: SealedEvent): boolean => !/^(session|access|consumer)\./.test(event.type);

/** Turns events of the log into what a client can draw at once: the events, and the rows they changed as they are now. */
@Injectable()
export class LiveFeed {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async batch(events: readonly SealedEvent[]): Promise<LiveBatch> {
    const touched = [...new Set(events.map((event) => event.incidentId).filter((id) => id !== null))];
    const rows = touched.length > 0 ? await boardRows(this.database, touched) : [];
    return {
      ...this.frame(events),
      events: events.filter(isForDesks).map(liveEvent),
      rows: rows.filter((row) => row.status === 'open'),
      gone: rows.filter((row) => row.status !== 'open').map((row) => row.id),
    };
  }

  /** Only what concerns one team; its app asks for its own orders itself. */
  teamBatch(events: readonly SealedEvent[], teamCode: string): LiveBatch {
    const own = events.filter((event) => event.teamCode === teamCode);
    return { ...this.frame(events), events: own.map(liveEvent), rows: [], gone: [] };
  }

  /** What was missed since a position; null when that is too much. */
  async since(position: number, teamCode: string | null): Promise<LiveBatch | null> {
    const events = await readEvents(this.database, position, LONGEST_GAP + 1);
    if (events.length > LONGEST_GAP) return null;
    if (events.length === 0) return this.upToDate(position);
    return teamCode === null ? this.batch(events) : this.teamBatch(events, teamCode);
  }

  async snapshot(): Promise<LiveSnapshot> {
    return { last: await lastPosition(this.database), serverNow: this.clock.now().toISOString() };
  }

  private frame(events: readonly SealedEvent[]) {
    return { after: events[0]!.position - 1, last: events.at(-1)!.position, serverNow: this.clock.now().toISOString() };
  }

  /** Nothing missed. A position the log has not reached belongs to another log: load afresh. */
  private async upToDate(position: number): Promise<LiveBatch | null> {
    if (position > (await lastPosition(this.database))) return null;
    return {
      after: position,
      last: position,
      serverNow: this.clock.now().toISOString(),
      events: [],
      rows: [],
      gone: [],
    };
  }
}
