import type { Role } from '@liandong/shared/auth';

/** Who does something: a signed-in person, a phone that replied, or the system itself. */
export interface Actor {
  accountId: string | null;
  name: string;
  role: Role | 'system' | 'phone';
  teamCode: string | null;
}

export const SYSTEM: Actor = { accountId: null, name: '系统', role: 'system', teamCode: null };
