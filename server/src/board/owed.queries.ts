import type { OWED_FILTERS, OwedRow } from '@liandong/shared/obligation';
import type { DataSource } from 'typeorm';
import { OBLIGATION_JSON } from '../obligations/obligation.queries.js';
import { owing } from '../obligations/owing.sql.js';

type Show = (typeof OWED_FILTERS)[number];

/** Still to be done; `ob` is the row of `obligations`. */
export const OWED_STILL = owing('ob.');

/** $1 is now. What is owed without fixed minutes is owing, never late. */
const SHOWN: Record<Show, string> = {
  owing: OWED_STILL,
  late: `${OWED_STILL} AND ob.due_at < $1`,
  met: `ob.state = 'met'`,
  // What never had a limit cannot have been missed by it: the arrival and clearing of a team that declined.
  missed: `ob.state = 'missed' AND ob.due_at IS NOT NULL`,
  waived: `ob.state = 'waived'`,
  all: 'true',
};

export interface OwedFilter {
  show: Show;
  kind: string | null;
  teamCode: string | null;
  from: string | null;
  to: string | null;
  cursor: string | null;
  limit: number;
}

/** What still runs: the nearest due first. What is decided: the newest first. The cursor is the id of the last row before. */
const isRunning = (show: Show): boolean => show === 'owing' || show === 'late';

/** The county's list of what is owed, each with its incident and the newest notice about it. */
export async function listOwed(database: DataSource, now: Date, filter: OwedFilter): Promise<OwedRow[]> {
  const running = isRunning(filter.show);
  const order = running ? `COALESCE(ob.due_at, 'infinity'), ob.id` : 'ob.id DESC';
  const after = running
    ? `(COALESCE(ob.due_at, 'infinity'), ob.id) > (SELECT COALESCE(c.due_at, 'infinity'), c.id FROM obligations c WHERE c.id = $6)`
    : 'ob.id < $6';
  const rows: { owed: OwedRow; more: Pick<OwedRow, 'incident' | 'orderCode' | 'notice'> }[] = await database.query(
    `SELECT ${OBLIGATION_JSON} AS owed, json_build_object(
        'incident', json_build_object('number', i.number, 'typeName', ty.name, 'severity', i.severity,
                                      'placeText', COALESCE(i.place_text, ts.name), 'drill', i.drill),
        'orderCode', o.code,
        'notice', (SELECT json_build_object('id', n.id, 'number', n.number, 'state', n.state)
                     FROM supervision_notices n WHERE n.obligation_id = ob.id ORDER BY n.issued_at DESC LIMIT 1)) AS more
     FROM obligations ob JOIN incidents i ON i.id = ob.incident_id
     LEFT JOIN orders o ON o.id = ob.order_id LEFT JOIN incident_types ty ON ty.code = i.type_code
     LEFT JOIN townships ts ON ts.code = i.township_code
     WHERE ${SHOWN[filter.show]} AND $1::timestamptz IS NOT NULL
       AND ($2::text IS NULL OR ob.kind = $2) AND ($3::text IS NULL OR ob.team_code = $3)
       AND ($4::timestamptz IS NULL OR ob.started_at >= $4) AND ($5::timestamptz IS NULL OR ob.started_at < $5)
       AND ($6::uuid IS NULL OR ${after})
     ORDER BY ${order} LIMIT $7`,
    [now, filter.kind, filter.teamCode, filter.from, filter.to, filter.cursor, filter.limit],
  );
  return rows.map(({ owed, more }) => ({ ...owed, ...more }));
}
