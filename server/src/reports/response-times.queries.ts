import type { MeasuredOrder, ResponseTimes, ResponseTimesRow } from '@liandong/shared/report';
import type { DataSource } from 'typeorm';
import { measuredSql } from './measure.sql.js';

type Query = Pick<ResponseTimes, 'from' | 'to' | 'groupBy' | 'interval' | 'basis'> & { drill: 'exclude' | 'only' };

/** Fewer orders than this are shown, but not ranked. 本县约定 */
const SMALLEST_RANKED = 5;

/** The report: a row a group and the total over all, each percentile computed on its own (nearest rank). */
export async function responseTimes(database: DataSource, query: Query): Promise<ResponseTimes> {
  const rows: ResponseTimesRow[] = await database.query(
    `WITH m AS (${measuredSql(query)})
     SELECT COALESCE(key, '') AS "group", max(label) AS label,
            count(*) FILTER (WHERE result IN ('met', 'missed', 'measured'))::int AS n,
            count(*) FILTER (WHERE result = 'missed' AND reached IS NULL)::int AS missing,
            count(*) FILTER (WHERE result = 'waived')::int AS waived,
            count(*) FILTER (WHERE result = 'running')::int AS running,
            count(*) FILTER (WHERE result = 'met')::int AS met,
            count(*) FILTER (WHERE result = 'measured')::int AS measured,
            percentile_disc(0.5) WITHIN GROUP (ORDER BY taken) FILTER (WHERE result IN ('met', 'missed', 'measured')) AS "p50Seconds",
            percentile_disc(0.9) WITHIN GROUP (ORDER BY taken) FILTER (WHERE result IN ('met', 'missed', 'measured')) AS "p90Seconds",
            max(taken) FILTER (WHERE result IN ('met', 'missed', 'measured')) AS "worstSeconds",
            GROUPING(key) AS total
     FROM m GROUP BY GROUPING SETS ((key), ()) ORDER BY total, key`,
    [query.from, query.to, query.drill === 'only'],
  );
  const timed = query.interval === 'target' || query.interval === 'acknowledge';
  const finished = rows.map((row) => finish(row as ResponseTimesRow & { total: number; measured: number }, timed));
  const total = finished.at(-1)!;
  const { from, to, groupBy, interval, basis } = query;
  return {
    from,
    to,
    groupBy,
    interval,
    basis,
    total: { ...total, label: '合计' },
    rows: finished.slice(0, -1).sort(byCompliance),
  };
}

function finish(
  { total: _, measured: __, ...row }: ResponseTimesRow & { total: number; measured: number },
  timed: boolean,
): ResponseTimesRow {
  const compliance = timed && row.n > 0 ? row.met / row.n : null;
  return { ...row, label: row.label ?? '', compliance, ranked: row.n >= SMALLEST_RANKED };
}

/** Best first; the small ones, which are not ranked, at the end. */
function byCompliance(a: ResponseTimesRow, b: ResponseTimesRow): number {
  return (
    Number(b.ranked) - Number(a.ranked) ||
    (b.compliance ?? -1) - (a.compliance ?? -1) ||
    (a.p90Seconds ?? Number.MAX_VALUE) - (b.p90Seconds ?? Number.MAX_VALUE) ||
    (a.group < b.group ? -1 : 1)
  );
}

/** The orders behind a figure, newest first. */
export function measuredOrders(
  database: DataSource,
  query: Query,
  only: { group?: string; result?: string },
): Promise<MeasuredOrder[]> {
  return database.query(
    `WITH m AS (${measuredSql(query)})
     SELECT order_id AS "orderId", incident_id AS "incidentId", code, number AS "incidentNumber", COALESCE(type_name, '未分类') AS "typeName",
            place_text AS "placeText", team_code AS "teamCode", short_name AS "teamShortName", issued_at AS "issuedAt",
            (target ->> 'ruleNo')::int AS "ruleNo", (target ->> 'seconds')::int AS "targetSeconds", taken AS "takenSeconds",
            CASE WHEN result = 'missed' AND reached IS NOT NULL THEN GREATEST(EXTRACT(epoch FROM reached - due_at), 0)::float8 END AS "lateSeconds",
            replace(result, 'measured', 'met') AS result, evidence
     FROM m WHERE ($4::text IS NULL OR key = $4) AND ($5::text IS NULL OR replace(result, 'measured', 'met') = $5) ORDER BY issued_at DESC LIMIT 1000`,
    [query.from, query.to, query.drill === 'only', only.group ?? null, only.result ?? null],
  );
}
