import { z } from 'zod';
import { Instant } from './basics.js';

export const ROLES = ['dispatcher', 'supervisor', 'commander', 'admin', 'auditor', 'team'] as const;
export type Role = (typeof ROLES)[number];

/**
 * The permission table: who may do what. `team` always means: on its own team's objects only.
 * Three separate administrators (等保): `admin` keeps the register, `auditor` reads the trail, neither commands.
 */
export const PERMISSIONS = {
  'incident.read': ['dispatcher', 'supervisor', 'commander', 'admin', 'auditor'],
  'incident.take': ['dispatcher', 'supervisor'],
  'incident.supervise': ['supervisor'],
  'order.issue': ['dispatcher', 'supervisor'],
  'order.read': ['dispatcher', 'supervisor', 'commander', 'admin', 'auditor', 'team'],
  'order.report': ['dispatcher', 'supervisor', 'team'],
  'order.supervise': ['supervisor'],
  'incident.selfTake': ['team'],
  'owed.read': ['dispatcher', 'supervisor', 'commander', 'admin', 'auditor', 'team'],
  'notice.issue': ['supervisor'],
  'notice.answer': ['supervisor', 'team'],
  'feedback.write': ['dispatcher', 'supervisor', 'team'],
  'feedback.judge': ['dispatcher', 'supervisor'],
  'attachment.write': ['dispatcher', 'supervisor', 'admin', 'team'],
  'rules.edit': ['admin'],
  'reply.settle': ['dispatcher', 'supervisor'],
  'message.read': ['dispatcher', 'supervisor', 'commander', 'admin', 'auditor'],
  'message.broadcast': ['dispatcher', 'supervisor'],
  'message.manage': ['supervisor', 'admin'],
  'push.use': ['team', 'dispatcher', 'supervisor'],
  'register.read': ['dispatcher', 'supervisor', 'commander', 'admin', 'auditor'],
  'register.edit': ['admin'],
  'register.editOwn': ['admin', 'team'],
  'place.edit': ['admin'],
  'plan.edit': ['admin'],
  'duty.read': ['dispatcher', 'supervisor', 'commander', 'admin', 'auditor', 'team'],
  'duty.edit': ['supervisor', 'admin', 'team'],
  'team.setAside': ['supervisor'],
  'expert.call': ['dispatcher', 'supervisor'],
  'forces.read': ['dispatcher', 'supervisor', 'commander', 'admin', 'auditor', 'team'],
  'document.write': ['admin', 'team'],
  'document.remind': ['dispatcher', 'supervisor', 'admin'],
  'county.setUp': ['admin'],
  'report.read': ['dispatcher', 'supervisor', 'commander', 'admin', 'auditor'],
  'trail.read': ['auditor'],
  'practice.use': ['dispatcher', 'supervisor', 'admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/** May this role use this permission? */
export function allows(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

export const LoginBody = z.object({
  username: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(256),
});

/** Who is signed in. `teamCode` only for the role `team`; `centrePhone` reaches the command centre by voice. */
export const Me = z.object({
  id: z.uuid(),
  username: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  teamCode: z.string().nullable(),
  county: z.string(),
  centrePhone: z.string(),
  /** The county's time zone, IANA name. */
  zone: z.string(),
  practice: z.boolean(),
  serverNow: Instant,
});
export type Me = z.infer<typeof Me>;
