import { z } from 'zod';
import { ClientId, Datum, Instant, LonLat, Phone, Reason, TeamCode } from './basics.js';
import { SPECIALTY_WORDS } from './specialty.js';
import { MorePhone, POSTS, TEAM_CLASSES, TeamDetail } from './team.js';
import { Version } from './version.js';

/** Why, where it need not be said; kept on the record. */
const why = z.string().trim().max(500).default('');
/** The change the editor saw last; another one since then is a 409. */
const baseVersion = z.number().int().min(1);
const specialty = z.string().refine((code) => Object.hasOwn(SPECIALTY_WORDS, code), '没有这项专长');

const teamFields = {
  name: z.string().trim().min(2).max(60),
  shortName: z.string().trim().min(2).max(20),
  teamClass: z.enum(TEAM_CLASSES),
  specialties: z.array(specialty).min(1).max(24),
  leadDepartment: z.string().trim().min(2).max(60),
  base: z.enum(['urban', 'township']),
  townshipCode: z.string().regex(/^[0-9]{3}$/),
  location: LonLat,
  alarmPhone: Phone,
  duties: z.string().trim().max(2000),
  baseAddress: z.string().trim().max(200),
};

/** A new team. `datum`: what the point was read in; `base` says where it starts from and must fit its township. */
export const AddTeam = z.object({
  ...teamFields,
  code: TeamCode,
  duties: teamFields.duties.default(''),
  baseAddress: teamFields.baseAddress.default(''),
  datum: Datum.default('wgs84'),
  reason: why,
});
export type AddTeam = z.infer<typeof AddTeam>;

/** What is to change of a team; the rest stands. A team's own account changes `OWN_TEAM_FIELDS` only. */
export const EditTeam = z
  .object(teamFields)
  .partial()
  .extend({ datum: Datum.default('wgs84'), baseVersion, reason: why });
export type EditTeam = z.infer<typeof EditTeam>;
export const OWN_TEAM_FIELDS = ['alarmPhone', 'baseAddress'] as const;

const memberFields = {
  name: z.string().trim().min(1).max(40),
  post: z.enum(POSTS),
  phones: z.array(MorePhone).min(1).max(6),
  specialty: specialty.nullable(),
  note: z.string().trim().max(300),
};
/** A team has one commander: whoever becomes it says what the one before is from now on. */
const formerCommanderPost = z.enum(POSTS).exclude(['commander']).optional();

/** A new member; `phones` in the order they are tried. Sent twice, it is one member. */
export const AddMember = z.object({
  ...memberFields,
  specialty: memberFields.specialty.default(null),
  note: memberFields.note.default(''),
  clientId: ClientId,
  formerCommanderPost,
  reason: why,
});
export type AddMember = z.infer<typeof AddMember>;

export const EditMember = z.object(memberFields).partial().extend({ baseVersion, formerCommanderPost, reason: why });
export type EditMember = z.infer<typeof EditMember>;

/** `successorId`: who commands from now on when the commander leaves; without it the gap is shown. */
export const RetireMember = Reason.extend({ successorId: ClientId.optional() });
export type RetireMember = z.infer<typeof RetireMember>;

export const MoveMember = RetireMember.extend({
  teamCode: TeamCode,
  post: z.enum(POSTS),
  formerCommanderPost,
});
export type MoveMember = z.infer<typeof MoveMember>;

/** A number was tried by hand and reaches its owner. `note`: how. */
export const VerifyPhone = z.object({ phone: Phone, note: z.string().trim().max(200).default('') });
export type VerifyPhone = z.infer<typeof VerifyPhone>;

/** How long a code is good that was texted to a number. 本县约定 */
export const PHONE_CODE_MINUTES = 30;

/** A code is texted to the number; whoever tells it has that phone in his hand. */
export const SendPhoneCode = z.object({ phone: Phone });
export type SendPhoneCode = z.infer<typeof SendPhoneCode>;
export const TakePhoneCode = z.object({
  phone: Phone,
  code: z
    .string()
    .trim()
    .regex(/^[0-9]{6}$/, '验证码是六位数字'),
});
export type TakePhoneCode = z.infer<typeof TakePhoneCode>;

const vehicleFields = {
  plate: z.string().trim().min(2).max(20),
  kind: z.string().trim().min(1).max(30),
  seats: z.number().int().min(1).max(100).nullable(),
  trackerId: z.string().trim().min(1).max(60).nullable(),
  note: z.string().trim().max(300),
};
export const AddVehicle = z.object({
  ...vehicleFields,
  seats: vehicleFields.seats.default(null),
  trackerId: vehicleFields.trackerId.default(null),
  note: vehicleFields.note.default(''),
  clientId: ClientId,
  reason: why,
});
export type AddVehicle = z.infer<typeof AddVehicle>;
export const EditVehicle = z.object(vehicleFields).partial().extend({ baseVersion, reason: why });
export type EditVehicle = z.infer<typeof EditVehicle>;

/** A team's page without what others know of it (orders). */
export const TeamRegister = TeamDetail.omit({ openOrders: true });
export type TeamRegister = z.infer<typeof TeamRegister>;

/** The team as it is after a change, and what somebody should know: a number two people share, shifts without a person. */
export const RegisterChange = z.object({ team: TeamRegister, warnings: z.array(z.string()) });
export type RegisterChange = z.infer<typeof RegisterChange>;

/** One change of a team, its members or vehicles. Values as stored; the screen has the words. */
export const RegisterEntry = z.object({
  id: z.string(),
  at: Instant,
  actor: z.string(),
  type: z.string(),
  subject: z.string(),
  memberId: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  reason: z.string().nullable(),
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;

/** What a strength rule is for: one team, the township teams of a class, a class of teams. */
export const StrengthScope = z
  .string()
  .regex(/^(team-[A-Z][0-9]{2,3}|township-[123]|class-(public|professional|expert))$/);
export type StrengthScope = z.infer<typeof StrengthScope>;

/** One version of a strength rule (人员保障). Which version is in force: as with the response rules. */
export const StrengthRuleView = Version.extend({
  scope: StrengthScope,
  minimum: z.number().int().nullable(),
  note: z.string(),
});
export type StrengthRuleView = z.infer<typeof StrengthRuleView>;

/** `minimum` null: from then on the wider rule counts. Never back in time. */
export const EditStrengthRule = Reason.extend({
  minimum: z.number().int().min(1).max(1000).nullable(),
  basis: z.string().trim().min(2).max(100),
  note: z.string().trim().max(300).default(''),
  effectiveFrom: Instant,
});
export type EditStrengthRule = z.infer<typeof EditStrengthRule>;

/** What a county would lose by retiring a team; with open orders it cannot be retired. `levels` from 1. */
export const RetirementPreview = z.object({
  openOrders: z.array(z.number().int()),
  plans: z.array(z.object({ code: z.string(), name: z.string(), levels: z.array(z.number().int()) })),
  /** Shifts that are planned from now on. */
  shifts: z.number().int(),
  equipment: z.number().int(),
});
export type RetirementPreview = z.infer<typeof RetirementPreview>;
