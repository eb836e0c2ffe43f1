import { z } from 'zod';
import { ClientId, Id, Instant, Reason, TeamCode } from './basics.js';
import { POSTS } from './team.js';

/** Where a shift comes from: a rotation, put in by hand, in for somebody on leave. */
export const SHIFT_SOURCES = ['rotation', 'single', 'cover'] as const;
export type ShiftSource = (typeof SHIFT_SOURCES)[number];
/** `void`: one of the shifts changed or began meanwhile. */
export const SWAP_STATES = ['requested', 'agreed', 'refused', 'withdrawn', 'void'] as const;
export type SwapState = (typeof SWAP_STATES)[number];

/** A day of the county that exists, `2028-02-29`. */
export const Day = z.iso.date().refine((day) => day >= '1970-01-01' && day < '2200-01-01', '日期超出范围');

/** Who was on duty when an order was issued; kept with the order. */
export const DutySnapshot = z.object({ memberId: Id, name: z.string(), phone: z.string(), post: z.enum(POSTS) });
export type DutySnapshot = z.infer<typeof DutySnapshot>;

const distinct = (list: readonly unknown[]) => new Set(list).size === list.length;

/**
 * 轮值 as it is asked for: members in turn, `perShift` of them at a time; a shift begins at each of `startMinutes` (minutes
 * since the county's midnight) on each of `weekdays` (1 Monday … 7 Sunday) and lasts `hours`. `replaces`: ends where this begins.
 */
export const RotationPlan = z.object({
  teamCode: TeamCode,
  memberIds: z.array(Id).min(1).max(60).refine(distinct, '有人重复'),
  perShift: z.number().int().min(1).max(10).default(1),
  startMinutes: z.array(z.number().int().min(0).max(1439)).min(1).max(8).refine(distinct, '交接时刻重复'),
  hours: z.number().int().min(1).max(168),
  weekdays: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .max(7)
    .refine(distinct, '星期重复')
    .default([1, 2, 3, 4, 5, 6, 7]),
  firstDay: Day,
  lastDay: Day.nullable().default(null),
  checkIn: z.boolean().default(true),
  replaces: Id.nullable().default(null),
});
export type RotationPlan = z.infer<typeof RotationPlan>;
export const CreateRotation = RotationPlan.extend({ clientId: ClientId });
export type CreateRotation = z.infer<typeof CreateRotation>;

/** A rotation in force or to come. */
export const RotationView = z.object({
  id: Id,
  teamCode: z.string(),
  memberIds: z.array(Id),
  perShift: z.number().int(),
  startMinutes: z.array(z.number().int()),
  hours: z.number().int(),
  weekdays: z.array(z.number().int()),
  firstDay: z.string(),
  lastDay: z.string().nullable(),
  checkIn: z.boolean(),
  effectiveFrom: Instant,
  endsAt: Instant.nullable(),
  createdBy: z.string(),
  createdAt: Instant,
});
export type RotationView = z.infer<typeof RotationView>;

/** A stretch of time, half-open. */
export const Stretch = z.object({ startsAt: Instant, endsAt: Instant });
export type Stretch = z.infer<typeof Stretch>;

const person = { memberId: Id, name: z.string(), post: z.enum(POSTS), phone: z.string() };

/** What a rotation would give for 14 days: its shifts, what stays uncovered, who already stands for another team then. */
export const RotationPreview = z.object({
  shifts: z.array(Stretch.extend({ memberId: Id, name: z.string() })),
  gaps: z.array(Stretch),
  overlaps: z.array(Stretch),
  clashes: z.array(Stretch.extend({ name: z.string(), teamShortName: z.string() })),
});
export type RotationPreview = z.infer<typeof RotationPreview>;

/** A shift as the calendar shows it. `absent`: parts in which the member is on leave or has left the team. */
export const ShiftView = Stretch.extend({
  id: Id,
  teamCode: z.string(),
  ...person,
  source: z.enum(SHIFT_SOURCES),
  rotationId: Id.nullable(),
  leaveId: Id.nullable(),
  checkIn: z.boolean(),
  checkedInAt: Instant.nullable(),
  checkedInBy: z.string().nullable(),
  late: z.boolean(),
  absent: z.array(Stretch),
});
export type ShiftView = z.infer<typeof ShiftView>;

export const AddShift = Stretch.extend({
  teamCode: TeamCode,
  memberId: Id,
  checkIn: z.boolean().default(true),
  clientId: ClientId,
});
export type AddShift = z.infer<typeof AddShift>;
/** Of a shift that runs only the person from now on and the end can change: it is cut now, the new person takes the rest. */
export const ChangeShift = Reason.extend({
  memberId: Id.optional(),
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
  clientId: ClientId,
});
export type ChangeShift = z.infer<typeof ChangeShift>;

export const TakeLeave = Stretch.extend({
  teamCode: TeamCode,
  memberId: Id,
  coverId: Id.nullable().default(null),
  reason: z.string().trim().min(2).max(200),
  clientId: ClientId,
});
export type TakeLeave = z.infer<typeof TakeLeave>;
export const LeaveView = Stretch.extend({
  id: Id,
  teamCode: z.string(),
  memberId: Id,
  name: z.string(),
  reason: z.string(),
  coverId: Id.nullable(),
  coverName: z.string().nullable(),
  createdBy: z.string(),
  createdAt: Instant,
  withdrawnAt: Instant.nullable(),
});
export type LeaveView = z.infer<typeof LeaveView>;

export const AskSwap = z.object({
  shiftId: Id,
  otherShiftId: Id,
  note: z.string().trim().max(200).default(''),
  clientId: ClientId,
});
export type AskSwap = z.infer<typeof AskSwap>;
/** The other's word; `memberId` says whose it was. */
export const AnswerSwap = z.object({ agree: z.boolean(), memberId: Id });
export type AnswerSwap = z.infer<typeof AnswerSwap>;
const side = z.object({ shiftId: Id, memberId: Id, name: z.string(), startsAt: Instant, endsAt: Instant });
export const SwapView = z.object({
  id: Id,
  teamCode: z.string(),
  state: z.enum(SWAP_STATES),
  mine: side,
  other: side,
  note: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  consentedBy: Id.nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: Instant.nullable(),
});
export type SwapView = z.infer<typeof SwapView>;

export const WriteHandover = z.object({
  note: z.string().trim().min(1).max(2000),
  openPoints: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
});
export type WriteHandover = z.infer<typeof WriteHandover>;
export const ConfirmHandover = z.object({ memberId: Id });
export const HandoverView = z.object({
  id: Id,
  teamCode: z.string(),
  shiftId: Id,
  outgoing: z.string(),
  shiftEndsAt: Instant,
  note: z.string(),
  openPoints: z.array(z.string()),
  writtenBy: z.string(),
  writtenAt: Instant,
  confirmedMember: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  confirmedAt: Instant.nullable(),
});
export type HandoverView = z.infer<typeof HandoverView>;

/**
 * A gap ahead or running (`startsAt` ≤ now), of the same `id` however it grows or shrinks.
 * `id` and `foundAt` null: so new that it is not on record and was not yet chased.
 */
export const GapView = Stretch.extend({
  id: Id.nullable(),
  teamCode: z.string(),
  teamShortName: z.string(),
  foundAt: Instant.nullable(),
  chasedAt: Instant.nullable(),
  urgent: z.boolean(),
});
export type GapView = z.infer<typeof GapView>;

/** One team's calendar for a stretch of time. `gaps` and `overlaps` look ahead only. */
export const DutyCalendar = z.object({
  teamCode: z.string(),
  teamShortName: z.string(),
  members: z.array(z.object({ ...person, memberId: Id })),
  rotations: z.array(RotationView),
  shifts: z.array(ShiftView),
  leaves: z.array(LeaveView),
  swaps: z.array(SwapView),
  handovers: z.array(HandoverView),
  gaps: z.array(Stretch),
  overlaps: z.array(Stretch),
});
export type DutyCalendar = z.infer<typeof DutyCalendar>;

const OnDutyPerson = z.object({
  shiftId: Id,
  ...person,
  startsAt: Instant,
  endsAt: Instant,
  checkIn: z.boolean(),
  checkedInAt: Instant.nullable(),
  late: z.boolean(),
});
/** How a team stands at an instant: who is on, who comes next, where 14 days ahead are not covered. */
export const DutyStanding = z.object({
  teamCode: z.string(),
  teamShortName: z.string(),
  onDuty: z.array(OnDutyPerson),
  next: OnDutyPerson.nullable(),
  gaps: z.array(GapView),
  rotations: z.number().int(),
});
export type DutyStanding = z.infer<typeof DutyStanding>;
