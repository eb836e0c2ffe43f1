import type { Me } from '@liandong/shared/auth';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, call } from '../api/client';
import { setCountyZone } from '../ui/zone';
import { measureClock } from './device-clock';
import { turnOff } from './push/reminder';
import { forget, readStored, store } from './storage';

const ME = 'liandong.field.me';
const ORDERS = 'liandong.field.orders';
const OWED = 'liandong.field.owed';
// Without signal the county known last counts.
setCountyZone(readStored<Me | null>(ME, null)?.zone);

async function fetchMe(): Promise<Me | null> {
  const asked = Date.now();
  try {
    const me = await call('me');
    measureClock(me.serverNow, Date.now() - asked);
    setCountyZone(me.zone);
    store(ME, me);
    return me;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 401) return null;
    throw error;
  }
}

/** Who is signed in: null = nobody, undefined = not known yet. Without signal the last answer stands. */
export function useSession() {
  const client = useQueryClient();
  const { data, isPending } = useQuery({
    queryKey: ['me'],
    queryFn: fetchMe,
    initialData: () => readStored<Me | null>(ME, null) ?? undefined,
    initialDataUpdatedAt: 0,
    refetchInterval: 10 * 60_000,
  });
  const me = data ?? (isPending ? undefined : null);

  async function signIn(username: string, password: string): Promise<Me> {
    const asked = Date.now();
    const answer = await call('login', { body: { username, password } });
    measureClock(answer.serverNow, Date.now() - asked);
    setCountyZone(answer.zone);
    if (answer.role === 'team') {
      store(ME, answer);
      client.setQueryData(['me'], answer);
    }
    return answer;
  }

  /** What is not yet sent stays on the phone; everything else of the account goes. */
  async function signOut(): Promise<void> {
    await turnOff();
    await call('logout').catch(() => undefined);
    forget(ME);
    forget(ORDERS);
    forget(OWED);
    // Not `clear`: whoever watches `me` would go on watching what is gone, and stay signed in on the screen.
    client.setQueryData(['me'], null);
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  }
  return { me, signIn, signOut };
}

export const ORDERS_KEY = ORDERS;
export const OWED_KEY = OWED;
