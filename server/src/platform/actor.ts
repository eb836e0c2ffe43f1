import { allows, type Permission, type Role } from '@liandong/shared/auth';

/** Who does something: a signed-in person, a phone that replied, or the system itself. */
export interface Actor {
  accountId: string | null;
  name: string;
  role: Role | 'system' | 'phone';
  teamCode: string | null;
}

export const SYSTEM: Actor = { accountId: null, name: '系统', role: 'system', teamCode: null };

/** May this actor use a permission? Only people hold permissions, neither phones nor the system. */
export const may = ({ role }: Actor, permission: Permission): boolean =>
  role !== 'system' && role !== 'phone' && allows(role, permission);
