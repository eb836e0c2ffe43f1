import { z } from 'zod';
import { ClientId, Id, Instant, LonLat, Phone, Reason, TeamCode } from './basics.js';
import { KIND_NAMES } from './equipment-kinds.js';
import { EQUIPMENT_CONDITIONS } from './team.js';

/** A day of the calendar, `2027-05-01`. */
export const Day = z.iso.date();

/** `expired`: its day is over. `expiring`: it comes within the county's days of warning. */
export const EXPIRY_STATES = ['expired', 'expiring'] as const;

/**
 * An item of equipment or supplies. `teamCode` null: the county's own. `location`: its own point, else its team's base
 * (`ownLocation` false). `checkDue`: nobody has looked at it for longer than the county wants.
 */
export const EquipmentView = z.object({
  id: Id,
  teamCode: z.string().nullable(),
  teamName: z.string().nullable(),
  category: z.string(),
  name: z.string(),
  quantity: z.number().int(),
  unit: z.string(),
  condition: z.enum(EQUIPMENT_CONDITIONS),
  placeText: z.string(),
  location: LonLat.nullable(),
  ownLocation: z.boolean(),
  contactName: z.string(),
  contactPhone: z.string(),
  expiresOn: z.string().nullable(),
  expiry: z.enum(EXPIRY_STATES).nullable(),
  note: z.string(),
  checkedAt: Instant.nullable(),
  checkedBy: z.string().nullable(),
  checkDue: z.boolean(),
});
export type EquipmentView = z.infer<typeof EquipmentView>;

/** What an item says. A phone may be missing: then its team's alarm phone is called. */
export const EquipmentBody = z.object({
  category: z.enum(KIND_NAMES as [string, ...string[]], '没有这个类别'),
  name: z.string().trim().min(1, '请写名称').max(60),
  quantity: z.number().int().min(0).max(1_000_000),
  unit: z.string().trim().min(1).max(8),
  condition: z.enum(EQUIPMENT_CONDITIONS).default('good'),
  placeText: z.string().trim().max(100).default(''),
  location: LonLat.nullable().default(null),
  contactName: z.string().trim().max(30).default(''),
  contactPhone: z.union([Phone, z.literal('')], '电话不对').default(''),
  expiresOn: Day.nullable().default(null),
  note: z.string().trim().max(300).default(''),
});
export type EquipmentBody = z.infer<typeof EquipmentBody>;

export const AddEquipment = EquipmentBody.extend({ clientId: ClientId, teamCode: TeamCode.nullable() });
export type AddEquipment = z.infer<typeof AddEquipment>;

export const EditEquipment = EquipmentBody.extend({ reason: Reason.shape.reason.optional() });
export type EditEquipment = z.infer<typeof EditEquipment>;

/** 检查: looked at, counted, and how it was found. */
export const CheckEquipment = z.object({
  quantity: z.number().int().min(0).max(1_000_000),
  condition: z.enum(EQUIPMENT_CONDITIONS),
});
export type CheckEquipment = z.infer<typeof CheckEquipment>;

/** An item found, with how far it is; `metres` null: nobody said from where, or nobody knows where it lies. */
export const EquipmentHit = EquipmentView.extend({ metres: z.number().nullable(), alarmPhone: z.string().nullable() });
export type EquipmentHit = z.infer<typeof EquipmentHit>;

/**
 * What was understood of a query, so that a person sees it: the kinds, other words, at least how many, within which
 * kilometres of what. `from` null: nobody said from where, nothing is near or far.
 */
export const EquipmentFound = z.object({
  kinds: z.array(z.string()),
  words: z.array(z.string()),
  atLeast: z.number().int().nullable(),
  radiusKm: z.number().nullable(),
  from: LonLat.extend({ name: z.string() }).nullable(),
  teams: z.array(z.string()),
  items: z.array(EquipmentHit),
});
export type EquipmentFound = z.infer<typeof EquipmentFound>;
