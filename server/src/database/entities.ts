import { Account, LoginFailure, Session } from '../auth/account.entity.js';
import { Order, OrderReport, ResponsePlan } from '../dispatch/order.entity.js';
import { EventChain, EventConsumerRow, EventRow } from '../events/event-log.entity.js';
import { Call, DailyNumber, Incident, IncidentType } from '../incidents/incident.entity.js';
import { IncomingReply, OutgoingMessage } from '../messages/message.entity.js';
import { Obligation } from '../obligations/obligation.entity.js';
import { Place, Township } from '../places/place.entity.js';
import { Setting } from '../settings/setting.entity.js';
import { ResponseRule } from '../targets/response-rule.entity.js';
import { DutyShift, Expert, Team, TeamMember } from '../teams/team.entity.js';

/** Every table of the house; the one place that looks into every room. */
export const ENTITIES = [
  Account,
  Session,
  LoginFailure,
  EventRow,
  EventChain,
  EventConsumerRow,
  Setting,
  Township,
  Place,
  Team,
  TeamMember,
  DutyShift,
  Expert,
  ResponseRule,
  OutgoingMessage,
  IncomingReply,
  Obligation,
  Incident,
  Call,
  DailyNumber,
  IncidentType,
  Order,
  OrderReport,
  ResponsePlan,
];
