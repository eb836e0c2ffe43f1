import { z } from 'zod';
import { Id, Instant } from './basics.js';
import { SEVERITIES } from './incident.words.js';

/**
 * What can be owed. One row each, one clock for all. The first four are an order's; situation and upward reports are an
 * incident's; feedback is owed after clearing; follow_up by whom the feedback names; supervision is the answer to a 督办 notice.
 */
export const OBLIGATION_KINDS = [
  'acknowledge',
  'muster',
  'on_scene',
  'clear',
  'situation_report',
  'upward_report',
  'feedback',
  'follow_up',
  'supervision',
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** `missed` is a fact, not an error: a late report keeps it missed and `metAt` says how late. */
export const OBLIGATION_STATES = ['open', 'met', 'missed', 'waived'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** Why an obligation may be waived; published with the reports. */
export const WAIVER_CODES = ['stood_down', 'road_cut', 'other'] as const;
export type WaiverCode = (typeof WAIVER_CODES)[number];

/**
 * `dueAt` null: no fixed minutes (clearing, and the arrival of a muster order), yet still owed and measured.
 * `owedBy`: the team's short name, a post (值班长) or unit and person. `stage`: which upward report. `basis`: what the
 * limit rests on, as it was when the clock was started. `givenUp`: nothing more is expected; what was missed stays missed.
 */
export const ObligationView = z.object({
  id: z.uuid(),
  kind: z.enum(OBLIGATION_KINDS),
  stage: z.string().nullable(),
  orderId: z.uuid().nullable(),
  incidentId: z.uuid(),
  teamCode: z.string().nullable(),
  owedBy: z.string(),
  startedAt: Instant,
  dueAt: Instant.nullable(),
  state: z.enum(OBLIGATION_STATES),
  metAt: Instant.nullable(),
  waivedCode: z.string().nullable(),
  waivedReason: z.string().nullable(),
  waivedBy: z.string().nullable(),
  chases: z.number().int(),
  givenUp: z.boolean(),
  basis: z.string().nullable(),
});
export type ObligationView = z.infer<typeof ObligationView>;

/** Which obligations: still to be done · past their limit and still to be done · decided one way. */
export const OWED_FILTERS = ['owing', 'late', 'met', 'missed', 'waived', 'all'] as const;

/** One line of the county's list of what is owed: the obligation, what it is about, and the newest 督办 notice on it. */
export const OwedRow = ObligationView.extend({
  incident: z.object({
    number: z.string(),
    typeName: z.string().nullable(),
    severity: z.enum(SEVERITIES),
    placeText: z.string().nullable(),
    drill: z.boolean(),
  }),
  orderCode: z.number().int().nullable(),
  notice: z.object({ id: Id, number: z.string(), state: z.string() }).nullable(),
});
export type OwedRow = z.infer<typeof OwedRow>;
