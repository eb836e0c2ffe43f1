import { Attachment } from '../attachments/attachment.entity.js';
import { Account, LoginFailure, Session } from '../auth/account.entity.js';
import { CountyFacts, CountyImport, CountyImportChange, SetupKey } from '../county/county.entity.js';
import { Order, OrderCorrection, OrderReport, PagedPersonRow } from '../dispatch/order.entity.js';
import { Document, DocumentRead, DocumentVersion } from '../documents/document.entity.js';
import { DutyGap, DutyHandover, DutyLeave, DutyRotation, DutyShift, DutySwap } from '../duty/duty.entity.js';
import { Equipment } from '../equipment/equipment.entity.js';
import { EventChain, EventConsumerRow, EventRow } from '../events/event-log.entity.js';
import { Expert, ExpertCall } from '../experts/expert.entity.js';
import { FeedbackForm, FeedbackVersionRow, FollowUp } from '../feedback/feedback.entity.js';
import { CommandPostRow, IncidentNote, Referral, SituationReport, UpwardReport } from '../incidents/course.entity.js';
import { Call, DailyNumber, Incident, IncidentType } from '../incidents/incident.entity.js';
import { Broadcast } from '../messages/broadcasts/broadcast.entity.js';
import { MessageKey, PushSubscription } from '../messages/channels/push/push.entity.js';
import { KnownPhoneFlag, MessageAttempt, MessageLine, RefusedHook } from '../messages/lines/line.entity.js';
import { IncomingReply, OutgoingMessage } from '../messages/message.entity.js';
import { EditedLadder, MessageTemplate } from '../messages/templates/template.entity.js';
import { PhoneCode } from '../messages/verification/phone-code.entity.js';
import { Obligation } from '../obligations/obligation.entity.js';
import { AreaRow, Place, Township } from '../places/place.entity.js';
import { ResponsePlan, TeamOutage, TownshipDetour } from '../plans/plan.entity.js';
import { Setting } from '../settings/setting.entity.js';
import { SupervisionNotice } from '../supervision/notice.entity.js';
import { DayHours, ResponseRule } from '../targets/response-rule.entity.js';
import { StrengthLevel, StrengthRule, VerifiedPhone } from '../teams/strength.entity.js';
import { Team, TeamMember, TeamVehicle } from '../teams/team.entity.js';

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
  AreaRow,
  Team,
  TeamMember,
  TeamVehicle,
  Equipment,
  DutyShift,
  DutyRotation,
  DutyLeave,
  DutySwap,
  DutyHandover,
  DutyGap,
  Expert,
  StrengthRule,
  StrengthLevel,
  VerifiedPhone,
  PhoneCode,
  ExpertCall,
  ResponseRule,
  DayHours,
  OutgoingMessage,
  IncomingReply,
  MessageAttempt,
  MessageLine,
  KnownPhoneFlag,
  RefusedHook,
  MessageTemplate,
  EditedLadder,
  Broadcast,
  PushSubscription,
  MessageKey,
  Obligation,
  Attachment,
  Document,
  DocumentVersion,
  DocumentRead,
  Incident,
  Call,
  DailyNumber,
  IncidentType,
  CommandPostRow,
  SituationReport,
  UpwardReport,
  Referral,
  IncidentNote,
  Order,
  OrderCorrection,
  OrderReport,
  PagedPersonRow,
  ResponsePlan,
  TownshipDetour,
  TeamOutage,
  FeedbackForm,
  FeedbackVersionRow,
  FollowUp,
  SupervisionNotice,
  CountyFacts,
  SetupKey,
  CountyImport,
  CountyImportChange,
];
