import type { LiveEvent } from '@liandong/shared/realtime';

/** Lists that an event makes old, by its type, else by the first word of it. */
const LISTS: Record<string, readonly string[]> = {
  reply: ['listReplies'],
  order: ['listTeams', 'getTeam', 'listObligations', 'listFeedback', 'readiness'],
  team: ['listTeams', 'getTeam', 'teamHistory', 'readiness'],
  duty: ['listTeams', 'getTeam', 'dutyCalendar', 'dutyStandings', 'dutyGaps', 'readiness'],
  plan: ['listResponsePlans', 'tryResponsePlan'],
  detour: ['listDetours', 'tryResponsePlan'],
  obligation: ['listObligations', 'listNotices', 'listFollowUps'],
  incident: ['listObligations', 'listIncidents', 'readiness'],
  call: ['listIncidents'],
  referral: ['listIncidents'],
  situation: ['listObligations'],
  upward: ['listObligations'],
  command: ['listObligations'],
  notice: ['listNotices', 'listObligations'],
  feedback: ['listFeedback', 'listObligations', 'listFollowUps'],
  follow_up: ['listFollowUps', 'listObligations'],
  command_post: ['listCommandPosts'],
  rules: ['listResponseRules', 'previewTargets'],
  day_hours: ['listDayHours', 'previewTargets'],
  seat_area: ['listTownships', 'previewTargets'],
  place: ['listPlaces', 'searchPlaces'],
  borders: ['getBorders', 'listTownships', 'previewTargets'],
  line: ['messageHealth'],
  hook: ['messageHealth'],
  message: ['listMessages', 'getMessage'],
  messages: ['messageHealth', 'listMessages', 'getMessage', 'listBroadcasts'],
  // Comes many times a second while a broadcast goes out: whether messages flow is asked by the clock.
  'messages.progressed': ['listMessages', 'getMessage', 'listBroadcasts'],
  broadcast: ['listBroadcasts', 'listMessages'],
  phone: ['listPhoneFlags'],
  template: ['listTemplates'],
  ladder: ['listLadders'],
  equipment: ['listEquipment', 'searchEquipment'],
  expert: ['listExperts', 'listExpertCalls', 'proposeExperts'],
  document: ['listDocuments', 'getDocument'],
  strength_rule: ['listStrengthRules', 'listTeams', 'getTeam'],
  setting: ['listSettings', 'previewTargets'],
};
/** Everything that may be old when it is not known what was missed. */
export const ALL_LISTS: readonly string[] = [...new Set(Object.values(LISTS).flat())];
/** Answers about one order, asked for by its id. */
const OF_AN_ORDER: readonly string[] = ['getOrder', 'getFeedback'];
/** Answers about one incident whoever it is: which were missed is not known after a reload of everything. */
const OF_AN_INCIDENT: readonly string[] = ['getIncident', 'recommendTeams', 'findDuplicates'];

/** What the page has to ask for again. `everything`: it is not known what was missed. */
export interface Outdated {
  incidents: ReadonlySet<string>;
  orders: ReadonlySet<string>;
  lists: ReadonlySet<string>;
  everything: boolean;
}

/** The lists these events make old. */
export const listsOf = (events: readonly Pick<LiveEvent, 'type'>[]): string[] =>
  events.flatMap(({ type }) => LISTS[type] ?? LISTS[type.split('.')[0] ?? ''] ?? []);

/** The orders these events are about; also those of incidents that are over and no longer on the board. */
export const ordersOf = (events: readonly Pick<LiveEvent, 'payload'>[]): string[] =>
  events.flatMap(({ payload }) => (typeof payload.orderId === 'string' ? [payload.orderId] : []));

/** Is this answer old now? `name` is the endpoint, `id` what it was asked about, '' for a list. */
export function isOutdated(name: string, id: string, outdated: Outdated): boolean {
  if (OF_AN_ORDER.includes(name)) return outdated.everything || outdated.orders.has(id);
  if (outdated.everything && OF_AN_INCIDENT.includes(name)) return true;
  return outdated.incidents.has(id) || outdated.lists.has(name);
}
