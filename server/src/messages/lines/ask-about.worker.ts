import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { WorkerLoop } from '../../platform/worker-loop.js';
import { within } from '../hand-over.js';
import { ReceiveReply } from '../receive-reply.js';
import type { Asked, Line } from './line.js';
import { LineBook } from './line-book.js';
import { TakeReceipts } from './take-receipts.js';

const IDLE_MS = 2000;
const AT_ONCE = 20;
/** A provider that has told nothing is asked again after these, counted from the hand-over; then its word is not waited for. */
const ASK_AFTER_SECONDS = [60, 180, 600, 3600, 21_600, 86_400, 259_200] as const;
const INBOX_EVERY_MS = 60_000;
/** Looked for so far back: longer than providers try a webhook again. */
const INBOX_BACK_MS = 1_800_000;

type Due = Asked & { line: Line['name'] };

/** Webhooks get lost: providers are asked what became of silent attempts, and what texts came in. */
@Injectable()
export class AskAbout implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new WorkerLoop('ask-about', IDLE_MS, () => this.pass());
  private readonly log = new Logger('ask-about');
  private readonly lookedAt = new Map<Line, number>();

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly book: LineBook,
    private readonly receipts: TakeReceipts,
    private readonly receive: ReceiveReply,
  ) {}

  onApplicationBootstrap(): void {
    if (this.book.lines.some((line) => line.ask || line.inbox)) this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async pass(): Promise<boolean> {
    const due = await this.claim();
    await Promise.all(due.map((attempt) => this.ask(attempt)));
    for (const line of this.book.lines) if (line.inbox) await this.look(line);
    return due.length === AT_ONCE;
  }

  /** The next question is put off before this one is asked: whoever dies in between loses one question. */
  private async claim(): Promise<Due[]> {
    const now = this.clock.now();
    const [rows] = await this.database.query(
      `UPDATE message_attempts a SET check_at = (
         SELECT min(a.at + make_interval(secs => s)) FROM unnest($2::int[]) AS s WHERE a.at + make_interval(secs => s) > $1)
       WHERE id IN (SELECT id FROM message_attempts WHERE check_at <= $1 AND line = ANY($4)
                    ORDER BY check_at LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING id, line, provider_id AS "providerId", phone, at,
                 (SELECT text FROM outgoing_messages m WHERE m.id = a.message_id) AS text`,
      [now, [...ASK_AFTER_SECONDS], AT_ONCE, this.book.lines.filter((line) => line.ask).map((line) => line.name)],
    );
    return rows;
  }

  private async ask(attempt: Due): Promise<void> {
    const line = this.book.find(attempt.line);
    const found = await within((signal) => line!.ask!(attempt, signal)).catch(() => null);
    if (!found) return;
    // What one provider says wrongly keeps nobody from asking the others.
    await this.receipts
      .run(attempt.line, [{ ...found, attemptId: attempt.id }])
      .catch((error: Error) => this.log.error(error.stack ?? error.message));
  }

  private async look(line: Line): Promise<void> {
    if (Date.now() - (this.lookedAt.get(line) ?? 0) < INBOX_EVERY_MS) return;
    this.lookedAt.set(line, Date.now());
    try {
      const texts = await within((signal) => line.inbox!(new Date(this.clock.now().getTime() - INBOX_BACK_MS), signal));
      const known = await this.known(texts.map(({ key }) => key));
      for (const { phone, text, channel, key } of texts)
        if (!known.has(key)) await this.receive.run({ phone, text, channel, providerKey: key });
    } catch (error) {
      this.log.warn(`${line.name}: ${(error as Error).message}`);
    }
  }

  /** Nearly all of them came by webhook: one look instead of an insert each. */
  private async known(keys: readonly string[]): Promise<Set<string>> {
    const rows: { key: string }[] = await this.database.query(
      'SELECT provider_key AS key FROM incoming_replies WHERE provider_key = ANY($1)',
      [keys],
    );
    return new Set(rows.map(({ key }) => key));
  }
}
