import type { AttemptView, LineName, MessageDetail, MessageRow, MessageView } from '@liandong/shared/message';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Problem } from '../platform/problem.js';
import { LineBook } from './lines/line-book.js';
import { readCode } from './sending.rules.js';

const VIEW = `m.id, m.purpose, m.step, m.channel, m.line, m.recipient_name AS "recipientName",
  m.recipient_post AS "recipientPost", m.phone, m.text, m.state, m.due_at AS "dueAt", m.sent_at AS "sentAt",
  m.delivered_at AS "deliveredAt", m.attempts, m.provider_code AS "providerCode", m.personal, m.moved_to AS "movedTo"`;
const ROW = `${VIEW}, m.order_id AS "orderId", m.order_code AS "orderCode", m.incident_id AS "incidentId",
  (SELECT number FROM incidents i WHERE i.id = m.incident_id) AS "incidentNumber", m.team_code AS "teamCode",
  m.broadcast_id AS "broadcastId", m.drill`;

export interface MessageFilter {
  q?: string | undefined;
  state?: string | undefined;
  purpose?: string | undefined;
  channel?: string | undefined;
  line?: string | undefined;
  teamCode?: string | undefined;
  broadcastId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Reading what was sent, codes in words. */
@Injectable()
export class ReadMessages {
  constructor(
    private readonly database: DataSource,
    private readonly book: LineBook,
  ) {}

  /** The ladder of one order, in the order it goes. */
  async ladder(orderId: string): Promise<MessageView[]> {
    const rows = await this.database.query(
      `SELECT ${VIEW} FROM outgoing_messages m WHERE m.order_id = $1 ORDER BY m.first_due_at, m.step, m.channel, m.recipient_name, m.id`,
      [orderId],
    );
    return rows.map((row: MessageView) => this.explained(row));
  }

  /** All messages, newest first; `q` in number, name and text. */
  async list(filter: MessageFilter): Promise<MessageRow[]> {
    const words = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null;
    const rows = await this.database.query(
      `SELECT ${ROW} FROM outgoing_messages m
       WHERE ($1::text IS NULL OR m.phone LIKE $1 OR m.recipient_name ILIKE $1 OR regexp_replace(m.text, '/l/[[:alnum:]_-]+', '/l/…') ILIKE $1)
         AND ($2::text IS NULL OR m.state = $2) AND ($3::text IS NULL OR m.purpose = $3)
         AND ($4::text IS NULL OR m.channel = $4) AND ($5::text IS NULL OR m.line = $5)
         AND ($6::text IS NULL OR m.team_code = $6) AND ($7::uuid IS NULL OR m.broadcast_id = $7)
         AND ($8::timestamptz IS NULL OR m.first_due_at >= $8) AND ($9::timestamptz IS NULL OR m.first_due_at < $9)
         AND ($10::uuid IS NULL OR m.id < $10)
       ORDER BY m.id DESC LIMIT $11`,
      [
        words,
        ...[filter.state, filter.purpose, filter.channel, filter.line, filter.teamCode, filter.broadcastId],
        ...[filter.from, filter.to, filter.cursor, filter.limit],
      ].map((value) => value ?? null),
    );
    return rows.map((row: MessageRow) => this.explained(row));
  }

  /** One message with every hand-over. @throws Problem not-found */
  async detail(id: string): Promise<MessageDetail> {
    const [row]: MessageRow[] = await this.database.query(`SELECT ${ROW} FROM outgoing_messages m WHERE m.id = $1`, [
      id,
    ]);
    if (!row) throw new Problem('not-found', { detail: '没有这条消息' });
    const history: AttemptView[] = await this.database.query(
      `SELECT id, line, at, state, provider_id AS "providerId", code, parts, ended_at AS "endedAt"
       FROM message_attempts WHERE message_id = $1 ORDER BY at, id`,
      [id],
    );
    const said = history.map((one) => ({ ...one, explanation: one.code ? this.words(one.line, one.code) : null }));
    return { ...this.explained(row), history: said };
  }

  private explained<R extends MessageView>(row: R): R {
    const explanation = row.providerCode ? this.words(row.line, row.providerCode) : null;
    // Who reads the list may not answer for the phone the text went to.
    return { ...row, text: row.text.replace(/\/l\/[\w-]+/g, '/l/…'), explanation };
  }

  private words(line: LineName | null, code: string): string {
    return readCode(line ? this.book.find(line)?.facts : undefined, code).words;
  }
}

/** Everybody an order's text or call went to: they have to hear of its recall as well. */
export function whoWasTold(
  tx: EntityManager,
  orderId: string,
): Promise<{ phone: string; name: string; post: string }[]> {
  return tx.query(
    `SELECT DISTINCT ON (phone) phone, recipient_name AS name, recipient_post AS post FROM outgoing_messages
     WHERE order_id = $1 AND purpose = 'order' AND channel <> 'app' AND attempts > 0 ORDER BY phone`,
    [orderId],
  );
}
