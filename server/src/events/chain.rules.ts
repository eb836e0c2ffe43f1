import { createHash } from 'node:crypto';

/** What of an event the chain protects. */
export interface ChainedEvent {
  id: string;
  at: Date;
  type: string;
  actorId: string | null;
  actorName: string;
  actorRole: string;
  incidentId: string | null;
  teamCode: string | null;
  payload: unknown;
}

/** JSON with sorted keys: the same value always gives the same text, whatever order the database keeps keys in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`;
}

/** SHA-256 (hex) over the hash before, the position and the event: changing any of them breaks every later hash. */
export function chainHash(previousHash: string, position: number, event: ChainedEvent): string {
  const { id, at, type, actorId, actorName, actorRole, incidentId, teamCode, payload } = event;
  const content = canonical([
    String(id),
    at.toISOString(),
    type,
    actorId,
    actorName,
    actorRole,
    incidentId,
    teamCode,
    payload,
  ]);
  return createHash('sha256').update(`${previousHash}\n${position}\n${content}`).digest('hex');
}
