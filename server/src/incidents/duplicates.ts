import type { LonLat } from '@liandong/shared/basics';
import type { DuplicateView } from '@liandong/shared/incident';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Gazetteer } from '../places/gazetteer.js';
import { Clock } from '../platform/clock.js';
import { DUPLICATE_WINDOW_MINUTES, likeness } from './duplicate.rules.js';
import { readIncident } from './incident.queries.js';

/** What is known of a call or incident when its likes are looked for. */
export interface Known {
  id: string | null;
  at: Date;
  narrative: string;
  typeCode: string | null;
  townshipCode: string | null;
  location: LonLat | null;
  callerPhones: readonly string[];
}

interface Candidate extends Omit<DuplicateView, 'score' | 'reasons' | 'receivedAt'> {
  receivedAt: Date;
  typeCode: string | null;
  townshipCode: string | null;
  phones: (string | null)[];
}

const MOST = 5;

/** Finds incidents that may be the same event: near in time, place, type, caller. */
@Injectable()
export class Duplicates {
  constructor(
    private readonly database: DataSource,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  /** Of an incident that is there. @throws Problem not-found */
  async ofIncident(id: string): Promise<DuplicateView[]> {
    const incident = await readIncident(this.database, id);
    const calls: { phone: string }[] = await this.database.query(
      'SELECT caller_phone AS phone FROM calls WHERE incident_id = $1 AND caller_phone IS NOT NULL',
      [id],
    );
    const { narrative, placeText, townshipCode, townshipName } = incident;
    // The township alone was named: its seat, which stands for it, is no place to measure from.
    const location = placeText !== null && placeText === townshipName ? null : incident.location;
    return this.of({
      id,
      at: new Date(incident.receivedAt),
      narrative: `${placeText ?? ''} ${narrative}`,
      typeCode: incident.type?.code ?? null,
      townshipCode,
      location,
      callerPhones: calls.map(({ phone }) => phone),
    });
  }

  /** Of a call that is being taken. */
  ofCall(call: Omit<Known, 'id' | 'at'>): Promise<DuplicateView[]> {
    return this.of({ ...call, id: null, at: this.clock.now() });
  }

  private async of(known: Known): Promise<DuplicateView[]> {
    const [candidates, places] = await Promise.all([
      this.candidates(known),
      this.gazetteer.namedIn(known.narrative, 5),
    ]);
    const names = places.filter((place) => place.kind !== 'township').map((place) => place.name);
    const views = candidates.flatMap(({ typeCode, townshipCode, phones, ...view }) => {
      const alike = likeness({
        minutes: Math.abs(known.at.getTime() - view.receivedAt.getTime()) / 60_000,
        distanceMeters: view.distanceMeters,
        sameTownship: townshipCode !== null && townshipCode === known.townshipCode,
        sameType: typeCode !== null && typeCode === known.typeCode,
        sameCaller: phones.some((phone) => phone !== null && known.callerPhones.includes(phone)),
        sharedPlaces: names.filter((name) => `${view.placeText ?? ''} ${view.narrative}`.includes(name)),
      });
      return alike ? [{ ...view, ...alike, receivedAt: view.receivedAt.toISOString() }] : [];
    });
    return views.toSorted((a, b) => b.score - a.score || (a.number < b.number ? 1 : -1)).slice(0, MOST);
  }

  private candidates({ id, at, location }: Known): Promise<Candidate[]> {
    return this.database.query(
      `SELECT i.id AS "incidentId", i.number, i.status, i.narrative, i.place_text AS "placeText", i.received_at AS "receivedAt",
              i.first_issued_at IS NOT NULL AS dispatched, i.type_code AS "typeCode", i.township_code AS "townshipCode",
              CASE WHEN i.place_text IS DISTINCT FROM ts.name
                THEN ST_Distance(i.location, ST_SetSRID(ST_MakePoint($3, $4), 4326)::geography) END AS "distanceMeters",
              ARRAY(SELECT c.caller_phone FROM calls c WHERE c.incident_id = i.id) AS phones
       FROM incidents i LEFT JOIN townships ts ON ts.code = i.township_code
       WHERE i.status IN ('open', 'closed') AND i.id IS DISTINCT FROM $1
         AND i.received_at BETWEEN $2::timestamptz - make_interval(mins => $5) AND $2::timestamptz + make_interval(mins => $5)
       ORDER BY i.received_at DESC LIMIT 500`,
      [id, at, location?.lon ?? null, location?.lat ?? null, DUPLICATE_WINDOW_MINUTES],
    );
  }
}
