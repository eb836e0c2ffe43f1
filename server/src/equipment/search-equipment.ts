import type { LonLat } from '@liandong/shared/basics';
import type { EquipmentFound, EquipmentHit } from '@liandong/shared/equipment';
import type { PlaceHit } from '@liandong/shared/place';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { lonLatSql } from '../database/columns.js';
import { Gazetteer } from '../places/gazetteer.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { datedBy, EQUIPMENT_COLUMNS, EQUIPMENT_FROM } from './equipment.queries.js';
import { parseEquipmentQuery } from './equipment-query.rules.js';

type Place = NonNullable<EquipmentFound['from']>;

export interface Wanted {
  q: string;
  incidentId?: string | undefined;
  point: LonLat | null;
  /** Also what is broken. */
  faulty: boolean;
}

/** More than this nobody reads; the nearest come first. */
const MOST = 60;

/** 谁有什么、多远: what is asked in a dispatcher's words, answered by what is nearest. */
@Injectable()
export class SearchEquipment {
  constructor(
    private readonly database: DataSource,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem not-found (the incident) */
  async run({ q, incidentId, point, faulty }: Wanted): Promise<EquipmentFound> {
    const { kinds, radiusKm, atLeast, rest } = parseEquipmentQuery(q);
    const incidentPlace = incidentId ? await this.placeOf(incidentId) : null;
    const { words, teams, place } = await this.understand(rest);
    const from = place ?? (point && { ...point, name: '所选地点' }) ?? incidentPlace;
    const understood = { kinds, words, atLeast, radiusKm, from, teams: teams.map(({ name }) => name) };
    if (kinds.length === 0 && words.length === 0 && teams.length === 0 && !place && radiusKm === null)
      return { ...understood, items: [] };
    const codes = teams.map(({ code }) => code);
    return { ...understood, items: await this.find({ kinds, words, codes, atLeast, radiusKm, from, faulty }) };
  }

  /** Words that are no kind: a team, part of an item's own name, or a place; what is none of them finds nothing. */
  private async understand(rest: readonly string[]) {
    const words: string[] = [];
    const teams: { code: string; name: string }[] = [];
    let place: Place | null = null;
    for (const word of rest) {
      const [team] = await this.database.query(
        `SELECT code, short_name AS name FROM teams
         WHERE retired_at IS NULL AND (lower(code) = $1 OR lower(short_name) = $1 OR lower(name) = $1)`,
        [word],
      );
      if (team) {
        teams.push(team);
        continue;
      }
      const [hit]: PlaceHit[] = place ? [] : await this.gazetteer.search(word, 1);
      if (hit && !(await this.namesAnItem(word))) place = { ...hit.location, name: hit.name };
      else words.push(word);
    }
    return { words, teams, place };
  }

  private async namesAnItem(word: string): Promise<boolean> {
    const [row] = await this.database.query(
      'SELECT 1 FROM equipment WHERE retired_at IS NULL AND strpos(lower(name), $1) > 0 LIMIT 1',
      [word],
    );
    return row !== undefined;
  }

  /** Where an incident is: read from `incidents`, whose room stands on this one. Only its township known: its seat. */
  private async placeOf(incidentId: string): Promise<Place | null> {
    const [row] = await this.database.query(
      `SELECT i.number, ${lonLatSql('COALESCE(i.location, t.seat)')} AS at
       FROM incidents i LEFT JOIN townships t ON t.code = i.township_code WHERE i.id = $1`,
      [incidentId],
    );
    if (!row) throw new Problem('not-found', { detail: '没有这起警情' });
    return row.at && { ...row.at, name: `警情 ${row.number}` };
  }

  private async find(wanted: {
    kinds: readonly string[];
    words: readonly string[];
    codes: readonly string[];
    atLeast: number | null;
    radiusKm: number | null;
    from: Place | null;
    faulty: boolean;
  }): Promise<EquipmentHit[]> {
    const { kinds, words, codes, atLeast, radiusKm, from, faulty } = wanted;
    const rows = await this.database.query(
      `SELECT ${EQUIPMENT_COLUMNS}, t.alarm_phone AS "alarmPhone",
              ST_Distance(COALESCE(e.location, t.location), p.at) AS metres
       ${EQUIPMENT_FROM} CROSS JOIN (SELECT ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography AS at) p
       WHERE e.retired_at IS NULL AND e.quantity >= $3 AND (e.condition = 'good' OR $4)
         AND (cardinality($5::text[]) = 0 OR e.category = ANY($5))
         AND (cardinality($6::text[]) = 0 OR e.team_code = ANY($6))
         AND NOT EXISTS (SELECT 1 FROM unnest($7::text[]) word
                         WHERE strpos(lower(e.name || ' ' || e.note || ' ' || e.place_text), word) = 0)
         AND ($8::float8 IS NULL OR $1::float8 IS NULL OR ST_DWithin(e.location, p.at, $8)
              OR (e.location IS NULL AND ST_DWithin(t.location, p.at, $8)))
       ORDER BY metres NULLS LAST, e.quantity DESC, e.id LIMIT ${MOST}`,
      [
        from?.lon ?? null,
        from?.lat ?? null,
        Math.max(1, atLeast ?? 1),
        faulty,
        kinds,
        codes,
        words,
        radiusKm === null ? null : radiusKm * 1000,
      ],
    );
    return rows.map(await datedBy(this.database, this.clock.now(), this.config.COUNTY_TZ));
  }
}
