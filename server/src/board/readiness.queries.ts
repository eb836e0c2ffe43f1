import type { ReadinessOrder, ReadinessRow } from '@liandong/shared/readiness';
import type { DataSource } from 'typeorm';
import { OPEN } from '../dispatch/order.entity.js';
import { OUT_AT } from '../plans/set-aside.js';
import { onDutySql } from '../teams/duty.queries.js';
import { strengthStates } from '../teams/strength.queries.js';
import { type Readiness, readinessOf } from './readiness.rules.js';

/** The step an order has reached, or its issue where none was reported. */
const SINCE = `(SELECT max(s.value->>'at') FROM jsonb_each(COALESCE(o.held_stamps, o.stamps)) s)`;

const ORDERS = `
  SELECT json_agg(json_build_object('orderId', o.id, 'code', o.code, 'incidentId', i.id, 'incidentNumber', i.number,
           'what', concat_ws(' ', ty.name, COALESCE(i.place_text, home.name)), 'status', o.status,
           'since', COALESCE(${SINCE}, to_char(o.issued_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
           ORDER BY o.issued_at, o.id)
    FROM orders o JOIN incidents i ON i.id = o.incident_id LEFT JOIN incident_types ty ON ty.code = i.type_code
    LEFT JOIN townships home ON home.code = i.township_code
   WHERE o.team_code = t.code AND o.${OPEN}`;

const ROWS = `
  SELECT t.code AS "teamCode", t.name AS "teamName", t.short_name AS "teamShortName", t.team_class AS "teamClass",
         t.code, t.specialties, ts.strength_class AS "strengthClass", t.alarm_phone AS "alarmPhone",
         (SELECT count(*)::int FROM team_members m WHERE m.team_code = t.code AND m.retired_at IS NULL) AS strength,
         duty.*, (${ORDERS}) AS orders,
         (SELECT json_build_object('id', x.id, 'teamCode', x.team_code, 'reason', x.reason, 'startsAt', x.starts_at,
                   'until', x.ends_at, 'by', x.set_by)
            FROM team_outages x WHERE x.team_code = t.code AND ${OUT_AT('$1::timestamptz')} ORDER BY x.starts_at LIMIT 1) AS outage
    FROM teams t JOIN townships ts ON ts.code = t.township_code LEFT JOIN LATERAL (
      SELECT json_build_object('name', m.name, 'phone', m.phone, 'post', m.post, 'until', d.ends_at) AS "onDuty",
             d.starts_at AS "onDutySince"
        FROM ${onDutySql('$1::timestamptz')} d JOIN team_members m ON m.id = d.member_id
       WHERE d.team_code = t.code ORDER BY d.starts_at, d.id LIMIT 1) duty ON true
   WHERE t.retired_at IS NULL OR t.retired_at > $1::timestamptz ORDER BY t.sort_order`;

type Row = Omit<ReadinessRow, keyof Readiness | 'orders' | 'minimumStrength'> & {
  code: string;
  specialties: string[];
  strengthClass: number;
  orders: ReadinessOrder[] | null;
  onDutySince: Date | null;
};

const iso = (at: string): string => new Date(at).toISOString();

/** Every team that takes orders, as it stands at an instant: one statement reads orders and duty, so that they are of one moment. */
export async function readReadiness(database: DataSource, at: Date): Promise<ReadinessRow[]> {
  const rows: Row[] = await database.query(ROWS, [at]);
  const states = await strengthStates(database, rows, at);
  return rows.map(
    ({ code: _0, onDutySince, orders: running, outage: out, specialties: _1, strengthClass: _2, ...row }) => {
      const { minimumStrength, shortSince } = states.get(row.teamCode)!;
      const team = { ...row, minimumStrength };
      const orders = running ?? [];
      const outage = out && { ...out, startsAt: iso(out.startsAt), until: out.until && iso(out.until) };
      return { ...team, orders, outage, ...readinessOf({ ...team, orders, outage, onDutySince, shortSince }) };
    },
  );
}
