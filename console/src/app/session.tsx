import { allows, type Me, type Permission } from '@liandong/shared/auth';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, call, Offline } from '../api/client';
import { suspectLine } from '../live/socket';
import { liveStore } from '../live/store';
import { setServerNow } from '../ui/clock';
import { setCountyZone } from '../ui/zone';

const SignIn = lazy(() => import('./SignIn'));

/** How often the clock and the latency are measured, and a session ended elsewhere is noticed. */
const HEARTBEAT_MS = 10_000;
const ME = ['me'] as const;

async function heartbeat(): Promise<Me | null> {
  const started = performance.now();
  try {
    const me = await call('me');
    const roundTrip = performance.now() - started;
    setServerNow(me.serverNow, roundTrip);
    setCountyZone(me.zone);
    liveStore.setState({ latencyMs: Math.round(roundTrip) });
    return me;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 401) return null;
    if (error instanceof Offline) suspectLine();
    throw error;
  }
}

export interface Session {
  me: Me;
  /** May the person signed in use this permission? */
  may: (permission: Permission) => boolean;
  signOut: () => Promise<void>;
}
const SessionContext = createContext<Session | null>(null);

/** The person signed in; only below `SessionGate`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside of SessionGate');
  return session;
}

function Waiting({ failed, retry }: { failed: boolean; retry: () => void }) {
  const { t } = useTranslation();
  return (
    <main className="page-note" role="status">
      <p>{failed ? t('signIn.offline') : t('loading')}</p>
      {failed && (
        <button type="button" className="btn" onClick={retry}>
          {t('reload')}
        </button>
      )}
    </main>
  );
}

/** Shows the pages to whoever is signed in, else the sign-in page. A lost line does not sign out. */
export function SessionGate({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data, isError, refetch } = useQuery({
    queryKey: ME,
    queryFn: heartbeat,
    refetchInterval: HEARTBEAT_MS,
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
  const isTeam = data?.role === 'team';
  useEffect(() => {
    if (isTeam) window.location.assign('/field');
  }, [isTeam]);
  const signOut = useCallback(async () => {
    await call('logout').catch(() => undefined);
    client.clear();
    client.setQueryData(ME, null);
  }, [client]);

  if (data === undefined) return <Waiting failed={isError} retry={() => void refetch()} />;
  if (data === null || isTeam) {
    return (
      <Suspense fallback={<Waiting failed={false} retry={() => undefined} />}>
        <SignIn
          leaving={isTeam}
          onSignedIn={(me) => {
            client.setQueryData(ME, me);
            void refetch();
          }}
        />
      </Suspense>
    );
  }
  const session: Session = { me: data, may: (permission) => allows(data.role, permission), signOut };
  return <SessionContext value={session}>{children}</SessionContext>;
}
