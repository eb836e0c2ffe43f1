import type { IncidentView } from '@liandong/shared/incident';
import type { ReferralView } from '@liandong/shared/incident.acts';
import type { OrderView } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';
import { isOnHotline } from './alarms.rules.js';

/** What can be done with an incident as a whole, in the order of the menu. */
export const INCIDENT_ACTS = [
  'situation',
  'upward',
  'note',
  'call',
  'change',
  'command',
  'experts',
  'takeCommand',
  'merge',
  'unmerge',
  'transfer',
  'receipt',
  'close',
  'invalid',
  'reopen',
] as const;
export type IncidentAct = (typeof INCIDENT_ACTS)[number];

export interface ActFacts {
  incident: Pick<IncidentView, 'status' | 'originTeamCode' | 'centreTookAt'>;
  orders: readonly Pick<OrderView, 'status'>[];
  referrals: readonly Pick<ReferralView, 'receivedAt'>[];
  /** Permissions `incident.take` and `incident.supervise`. */
  take: boolean;
  supervise: boolean;
}

/** 结案 is everybody's once each order has ended; before that, or without any order, the supervisor's alone. */
export const closesFreely = (orders: ActFacts['orders']): boolean =>
  orders.length > 0 && orders.every((order) => !isOpen(order.status));

const running = (orders: ActFacts['orders']): boolean => orders.some((order) => isOpen(order.status));

const RULES: Record<IncidentAct, (facts: ActFacts) => boolean> = {
  situation: ({ incident }) => incident.status === 'open',
  // The final report is owed after the incident was closed.
  upward: ({ incident }) => incident.status === 'open' || incident.status === 'closed',
  note: ({ incident }) => incident.status !== 'merged',
  call: ({ incident }) => incident.status === 'open',
  change: ({ incident }) => incident.status === 'open',
  command: ({ incident }) => incident.status === 'open',
  experts: ({ incident }) => incident.status === 'open',
  takeCommand: ({ incident }) => incident.status === 'open' && isOnHotline(incident),
  merge: ({ incident, supervise }) => incident.status === 'open' && supervise,
  unmerge: ({ incident, supervise }) => incident.status === 'merged' && supervise,
  // A team that is under way is not handed on with the incident.
  transfer: ({ incident, orders }) => incident.status === 'open' && !running(orders),
  receipt: ({ incident, referrals }) =>
    incident.status === 'transferred' && referrals.some((referral) => referral.receivedAt === null),
  close: ({ incident, orders, supervise }) => incident.status === 'open' && (closesFreely(orders) || supervise),
  // Invalid incidents leave the statistics: with orders on record that is the supervisor's decision.
  invalid: ({ incident, orders, supervise }) =>
    incident.status === 'open' && !running(orders) && (orders.length === 0 || supervise),
  reopen: ({ incident, supervise }) => ['closed', 'invalid', 'transferred'].includes(incident.status) && supervise,
};

/** What is possible now for this person. */
export const possibleActs = (facts: ActFacts): IncidentAct[] =>
  facts.take ? INCIDENT_ACTS.filter((act) => RULES[act](facts)) : [];
