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

/** A team as the desk lists it. `openOrders`: orders that still command it. */
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
  strength: z.number().int(),
  onDuty: OnDuty.nullable(),
  openOrders: z.number().int(),
});
export type TeamRow = z.infer<typeof TeamRow>;

/** Who answers for a team at an instant; `null` fields: nobody, a gap. */
export const DutyRow = z.object({ teamCode: z.string(), teamShortName: z.string(), onDuty: OnDuty.nullable() });

export const MemberView = z.object({
  id: z.uuid(),
  name: z.string(),
  post: z.enum(POSTS),
  phone: z.string(),
  specialty: z.string().nullable(),
});

export const TeamDetail = TeamRow.extend({
  members: z.array(MemberView),
  duty: z.array(
    z.object({ name: z.string(), phone: z.string(), post: z.enum(POSTS), startsAt: Instant, endsAt: Instant }),
  ),
});
export type TeamDetail = z.infer<typeof TeamDetail>;
