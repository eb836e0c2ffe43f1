import { z } from 'zod';
import { ClientId, Datum, Id, Instant, LonLat, Phone } from './basics.js';
import { SEVERITIES, type Severity } from './incident.words.js';

export { SEVERITIES, type Severity };

/** 接警渠道 */
export const CALL_CHANNELS = [
  '110',
  '119',
  '122',
  '120',
  'hotline',
  'sms',
  'app',
  'web',
  'walk_in',
  'patrol',
  'alarm',
  'superior',
] as const;

/** `merged`: a duplicate, told on by another incident. `transferred`: 分流, not an emergency, handed to whose business it is. */
export const INCIDENT_STATUSES = ['open', 'closed', 'invalid', 'merged', 'transferred'] as const;

/** 无效报警的原因 */
export const INVALID_CODES = ['harassment', 'false_alarm', 'enquiry', 'repeat', 'silent', 'other'] as const;

/** A call as it is taken. Place: words, point (with its datum), township, or nothing yet. */
export const CreateIncident = z.object({
  channel: z.enum(CALL_CHANNELS),
  narrative: z.string().trim().min(2).max(2000),
  callerPhone: Phone.optional(),
  callerName: z.string().trim().max(40).optional(),
  placeText: z.string().trim().max(200).optional(),
  townshipCode: z
    .string()
    .regex(/^[0-9]{3}$/)
    .optional(),
  location: LonLat.optional(),
  datum: Datum.default('wgs84'),
  typeCode: z.string().max(40).optional(),
  severity: z.enum(SEVERITIES).optional(),
  occurredAt: Instant.optional(),
  drill: z.boolean().default(false),
  clientId: ClientId.optional(),
});
export type CreateIncident = z.infer<typeof CreateIncident>;

export const IncidentTypeView = z.object({
  code: z.string(),
  name: z.string(),
  incidentClass: z.string(),
  category: z.string(),
  keywords: z.array(z.string()),
  defaultSeverity: z.enum(SEVERITIES),
  specialties: z.array(z.string()),
});
export type IncidentTypeView = z.infer<typeof IncidentTypeView>;

/**
 * One incident. `warnings` are facts a person should know (outside the county, place unknown), never refusals.
 * `sceneCommand` is the post by the incident's class, `sceneCommander` the person and phone; `leadTeamCode` the team that
 * leads at the scene. `major`: I, II or `markedMajor` by hand. `originTeamCode`: the team that took it on its own hotline
 * (双轨制), until the centre took command at `centreTookAt`.
 */
export const IncidentView = z.object({
  id: Id,
  number: z.string(),
  status: z.enum(INCIDENT_STATUSES),
  type: z.object({ code: z.string(), name: z.string(), incidentClass: z.string() }).nullable(),
  severity: z.enum(SEVERITIES),
  narrative: z.string(),
  placeText: z.string().nullable(),
  townshipCode: z.string().nullable(),
  townshipName: z.string().nullable(),
  location: LonLat.nullable(),
  warnings: z.array(z.string()),
  drill: z.boolean(),
  channel: z.enum(CALL_CHANNELS),
  receivedAt: Instant,
  firstIssuedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  endReason: z.string().nullable(),
  sceneCommand: z.string().nullable(),
  sceneCommander: z.object({ name: z.string(), phone: z.string() }).nullable(),
  leadTeamCode: z.string().nullable(),
  major: z.boolean(),
  markedMajor: z.boolean(),
  mergedInto: z.object({ id: Id, number: z.string() }).nullable(),
  originTeamCode: z.string().nullable(),
  centreTookAt: Instant.nullable(),
});
export type IncidentView = z.infer<typeof IncidentView>;

export const CallView = z.object({
  id: Id,
  number: z.string(),
  channel: z.enum(CALL_CHANNELS),
  callerPhone: z.string().nullable(),
  callerName: z.string().nullable(),
  narrative: z.string(),
  placeText: z.string().nullable(),
  receivedAt: Instant,
  takenBy: z.string(),
});
export type CallView = z.infer<typeof CallView>;

export const TimelineEntry = z.object({
  position: z.number().int(),
  at: Instant,
  type: z.string(),
  actor: z.string(),
  payload: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** Two incidents that may be one, with the reasons, likeliest first. */
export const DuplicateView = z.object({
  incidentId: Id,
  number: z.string(),
  status: z.enum(INCIDENT_STATUSES),
  narrative: z.string(),
  placeText: z.string().nullable(),
  receivedAt: Instant,
  dispatched: z.boolean(),
  distanceMeters: z.number().nullable(),
  score: z.number(),
  reasons: z.array(z.string()),
});
export type DuplicateView = z.infer<typeof DuplicateView>;

/** What the desk proposes while the narrative is typed; each accepted with a key or left. */
export const IntakeProposal = z.object({
  types: z.array(
    z.object({ code: z.string(), name: z.string(), severity: z.enum(SEVERITIES), because: z.array(z.string()) }),
  ),
  places: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: z.string(),
      townshipCode: z.string(),
      townshipName: z.string(),
      location: LonLat,
      grade: z.string(),
    }),
  ),
  callerHistory: z.array(z.object({ incidentId: Id, number: z.string(), narrative: z.string(), receivedAt: Instant })),
  duplicates: z.array(DuplicateView),
});
export type IntakeProposal = z.infer<typeof IntakeProposal>;
