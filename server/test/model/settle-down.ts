import type { TestApp } from '../app.js';

/** What each consumer of the log reacts to. */
const FIRED = ['obligation.reminded', 'obligation.missed'];
const CONSUMED: Record<string, string[]> = {
  dispatch: ['reply.received', 'messages.progressed', ...FIRED],
  feedback: [...FIRED, 'obligation.insisted'],
  supervision: [...FIRED, 'obligation.insisted'],
};

/** Something still to come of what has happened, at the present instant: $1 now, $2 and $3 who consumes what. */
const WORK = `
  SELECT 'unsealed' AS what FROM event_log WHERE position IS NULL
  UNION ALL SELECT 'clock' FROM obligations WHERE next_chase_at < $1
  UNION ALL SELECT 'message' FROM outgoing_messages WHERE state IN ('queued', 'sending') AND due_at <= $1
  UNION ALL SELECT 'receipt' FROM outgoing_messages WHERE state = 'sent'
  UNION ALL SELECT 'reply' FROM incoming_replies WHERE state = 'received'
  UNION ALL SELECT c.name FROM unnest($2::text[], $3::text[]) AS c(name, type)
    JOIN event_log e ON e.type = c.type AND e.position > COALESCE((SELECT position FROM event_consumers WHERE name = c.name), 0)
  LIMIT 1`;

/** Waits until nothing that has happened has consequences still to come. */
export async function settleDown(app: TestApp): Promise<void> {
  const pairs = Object.entries(CONSUMED).flatMap(([name, types]) => types.map((type) => [name, type] as const));
  const names = pairs.map(([name]) => name);
  const types = pairs.map(([, type]) => type);
  let left = '';
  await app
    .until(async () => {
      const [work] = await app.source.query(WORK, [app.now, names, types]);
      left = work?.what ?? '';
      return !work;
    })
    .catch(() => {
      throw new Error(`never done: ${left}`);
    });
}
