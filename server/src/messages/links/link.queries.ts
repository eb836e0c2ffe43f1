import type { OrderStatus } from '@liandong/shared/order.lifecycle';
import type { Target } from '@liandong/shared/response-rule';
import type { DataSource } from 'typeorm';

/** An order as the phone it was texted to sees it. `given`: what was answered by this link, oldest first. */
export interface LinkedOrder {
  phone: string;
  code: number;
  team: string;
  type: string | null;
  narrative: string;
  place: string | null;
  task: string;
  status: OrderStatus;
  issuedAt: Date;
  target: Target;
  stamps: Record<string, unknown>;
  drill: boolean;
  given: { digit: string; at: string; state: string; why: string | null }[];
}

/** The provider key of what a link answers: one answer of each kind, however often it is sent. */
export const answerKey = (messageId: string, digit: string): string => `link-${messageId}-${digit}`;

/** The order a message was about; read from `orders` and `incidents`, whose rooms stand on this one. */
export async function readLinkedOrder(database: DataSource, messageId: string): Promise<LinkedOrder | null> {
  const [order] = await database.query(
    `SELECT m.phone, o.code, t.short_name AS team, ty.name AS type, i.narrative, i.place_text AS place, o.task, o.status,
            o.issued_at AS "issuedAt", o.target, COALESCE(o.held_stamps, o.stamps) AS stamps, i.drill,
            (SELECT COALESCE(json_agg(json_build_object('digit', right(r.provider_key, 1), 'at', r.received_at, 'state', r.state,
                      'why', r.why) ORDER BY r.received_at), '[]')
               FROM incoming_replies r WHERE r.provider_key = ANY($2)) AS given
     FROM outgoing_messages m JOIN orders o ON o.id = m.order_id JOIN teams t ON t.code = o.team_code
     JOIN incidents i ON i.id = o.incident_id LEFT JOIN incident_types ty ON ty.code = i.type_code
     WHERE m.id = $1 AND m.channel = 'sms'`,
    [messageId, [...'012345'].map((digit) => answerKey(messageId, digit))],
  );
  return order ?? null;
}
