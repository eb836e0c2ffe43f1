import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventRelay } from '../events/event-relay.worker.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { isLive } from './session.rules.js';

export const SESSION_COOKIE = 'liandong_session';

/** What is known of a session for a few seconds without asking the database. */
interface Known {
  actor: Actor & { accountId: string };
  username: string;
  createdAt: Date;
  lastSeenAt: Date;
  readAt: number;
}

/** A known session is asked for again after this; ended ones are forgotten at once on every node (`session.ended`). */
const KNOWN_MS = 10_000;
/** The last sight of a session is written down at most this often. */
const TOUCH_MS = 60_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Signed-in browsers: an opaque token in a cookie, its hash in the database. */
@Injectable()
export class Sessions {
  private readonly known = new Map<string, Known>();

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(EventRelay) relay: EventRelay,
  ) {
    relay.listen((events) => {
      if (events.some((event) => event.type === 'session.ended')) this.known.clear();
    });
  }

  /** @returns the token for the cookie */
  async open(accountId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.database.query(
      'INSERT INTO sessions (token_hash, account_id, created_at, last_seen_at) VALUES ($1, $2, $3, $3)',
      [hashOf(token), accountId, now],
    );
    return token;
  }

  async end(token: string): Promise<void> {
    this.known.delete(hashOf(token));
    await this.database.query('DELETE FROM sessions WHERE token_hash = $1', [hashOf(token)]);
  }

  /** Who holds this token now; null when nobody does, or the session is over. Being asked keeps the session alive. */
  async find(token: string | undefined): Promise<Known | null> {
    const known = await this.look(token);
    if (known) await this.touch(hashOf(token!), known, this.clock.now());
    return known;
  }

  /** The same without keeping it alive: an open tab that only listens still idles out. */
  async look(token: string | undefined): Promise<Known | null> {
    if (!token) return null;
    const key = hashOf(token);
    let known = this.known.get(key) ?? null;
    if (!known || Date.now() - known.readAt > KNOWN_MS) known = await this.read(key);
    return known && isLive(known, this.clock.now()) ? known : null;
  }

  private async read(key: string): Promise<Known | null> {
    const [row] = await this.database.query(
      `SELECT a.id, a.username, a.display_name, a.role, a.team_code, s.created_at, s.last_seen_at
       FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE s.token_hash = $1 AND NOT a.disabled`,
      [key],
    );
    this.known.delete(key);
    if (!row) return null;
    const known: Known = {
      actor: { accountId: row.id, name: row.display_name, role: row.role, teamCode: row.team_code },
      username: row.username,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      readAt: Date.now(),
    };
    this.known.set(key, known);
    return known;
  }

  private async touch(key: string, known: Known, now: Date): Promise<void> {
    if (now.getTime() - known.lastSeenAt.getTime() < TOUCH_MS) return;
    known.lastSeenAt = now;
    await this.database.query('UPDATE sessions SET last_seen_at = $2 WHERE token_hash = $1', [key, now]);
  }
}
