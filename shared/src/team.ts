import { z } from 'zod';
import { Instant, LonLat, Phone } from './basics.js';

export const TEAM_CLASSES = ['public', 'professional', 'expert'] as const;
export const POSTS = ['commander', 'deputy', 'liaison', 'leader_in_charge', 'member'] as const;
export type Post = (typeof POSTS)[number];

/** A further number of a member, tried after the first. `label`: 家庭, 单位, 对讲… */
export const MorePhone = z.object({ phone: Phone, label: z.string().trim().max(20).default('') });
export type MorePhone = z.infer<typeof MorePhone>;

/** 完好, 待修, 停用. */
export const EQUIPMENT_CONDITIONS = ['good', 'repair', 'unusable'] as const;
export type EquipmentCondition = (typeof EQUIPMENT_CONDITIONS)[number];

/** Who answers for a team right now. */
export const OnDuty = z.object({ name: z.string(), phone: z.string(), post: z.enum(POSTS), until: Instant });

/**
 * A team as the desk lists it. `openOrders`: orders that still command it. `minimumStrength` follows from the strength rules;
 * `shortSince`: since when without a break it has had fewer people. `commander` null: the post is vacant.
 */
export const TeamRow = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  teamClass: z.enum(TEAM_CLASSES),
  specialties: z.array(z.string()),
  leadDepartment: z.string(),
  base: z.enum(['urban', 'township']),
  townshipCode: z.string(),
  townshipName: z.string(),
  location: LonLat,
  alarmPhone: z.string(),
  minimumStrength: z.number().int(),
  minimumBasis: z.string(),
  minimumScope: z.string(),
  strength: z.number().int(),
  shortSince: Instant.nullable(),
  commander: z.object({ name: z.string(), phone: z.string() }).nullable(),
  onDuty: OnDuty.nullable(),
  retiredAt: Instant.nullable(),
  openOrders: z.number().int(),
});
export type TeamRow = z.infer<typeof TeamRow>;

/** Who answers for a team at an instant; `null` fields: nobody, a gap. */
export const DutyRow = z.object({ teamCode: z.string(), teamShortName: z.string(), onDuty: OnDuty.nullable() });

/** A number that is known to reach its owner: he texted back from it, told the code sent to it, or somebody tried it. */
export const VerifiedPhone = z.object({
  phone: z.string(),
  at: Instant,
  how: z.enum(['reply', 'hand', 'code']),
  by: z.string(),
});
export type VerifiedPhone = z.infer<typeof VerifiedPhone>;

/** `phone` is called first, then `morePhones` in their order. */
export const MemberView = z.object({
  id: z.uuid(),
  name: z.string(),
  post: z.enum(POSTS),
  phone: z.string(),
  morePhones: z.array(MorePhone),
  specialty: z.string().nullable(),
  note: z.string(),
  verified: z.array(VerifiedPhone),
  retiredAt: Instant.nullable(),
  version: z.number().int(),
});
export type MemberView = z.infer<typeof MemberView>;

/** `trackerId`: what its tracker reports under. */
export const VehicleView = z.object({
  id: z.uuid(),
  plate: z.string(),
  kind: z.string(),
  seats: z.number().int().nullable(),
  trackerId: z.string().nullable(),
  note: z.string(),
  retiredAt: Instant.nullable(),
  version: z.number().int(),
});
export type VehicleView = z.infer<typeof VehicleView>;

/** One team whole. `version` counts its own changes, not its members'. */
export const TeamDetail = TeamRow.extend({
  duties: z.string(),
  baseAddress: z.string(),
  version: z.number().int(),
  members: z.array(MemberView),
  formerMembers: z.array(MemberView),
  vehicles: z.array(VehicleView),
  duty: z.array(
    z.object({ name: z.string(), phone: z.string(), post: z.enum(POSTS), startsAt: Instant, endsAt: Instant }),
  ),
});
export type TeamDetail = z.infer<typeof TeamDetail>;
