import type { DataSource } from 'typeorm';
import type { Rival } from './line.js';

/** Two clocks, and how long a request may be under way, both ways. */
const ABOUT_SECONDS = 120;

/** Who else called or texted the same number by the same line about when this attempt was made; what was refused did not. */
export function rivalsOf(database: DataSource, attemptId: string): Promise<Rival[]> {
  return database.query(
    `SELECT b.id, b.provider_id AS "providerId", b.at, m.text FROM message_attempts a
     JOIN message_attempts b ON b.phone = a.phone AND b.line = a.line AND b.message_id <> a.message_id
       AND b.at BETWEEN a.at - make_interval(secs => $2) AND a.at + make_interval(secs => $2) AND b.state <> 'refused'
     JOIN outgoing_messages m ON m.id = b.message_id WHERE a.id = $1`,
    [attemptId, ABOUT_SECONDS],
  );
}
