import type { LineName } from '@liandong/shared/message';
import type { DataSource } from 'typeorm';
import type { Punctuality } from './health.rules.js';

const BACK_MS = 900_000;
const LATE_SECONDS = 300;

/** Of each line: what it took within a quarter of an hour, and how much of that stayed without a final receipt for five minutes. */
export async function punctualityOf(
  database: DataSource,
  lines: readonly LineName[],
  now: Date,
): Promise<Map<LineName, Punctuality>> {
  const rows: ({ line: LineName } & Punctuality)[] = await database.query(
    `SELECT line, count(*)::int AS taken,
            count(*) FILTER (WHERE COALESCE(CASE WHEN state = 'accepted' THEN $2 ELSE ended_at END, $2) - at > make_interval(secs => $4))::int AS late
     FROM message_attempts WHERE line = ANY($1) AND at > $3 AND state IN ('accepted', 'delivered', 'undelivered')
       AND (state <> 'accepted' OR $2 - at > make_interval(secs => $4)) GROUP BY line`,
    [lines, now, new Date(now.getTime() - BACK_MS), LATE_SECONDS],
  );
  return new Map(rows.map(({ line, ...counts }) => [line, counts]));
}
