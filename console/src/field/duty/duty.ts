import type { Api, ApiName } from '@liandong/shared/api';
import type { DutyCalendar } from '@liandong/shared/duty';
import type { Request } from '@liandong/shared/route';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { i18next } from '../../i18n';
import { serverNow } from '../../ui/clock';
import { uuid } from '../../ui/uuid';
import { readStored, store } from '../storage';
import { OWED } from '../todo/owed';

const DAY_MS = 86_400_000;
const POLL_MS = 60_000;
const KEY = [...OWED, 'duty'] as const;

interface Kept {
  at: number;
  teamCode: string;
  calendar: DutyCalendar;
}

async function fetchDuty(teamCode: string): Promise<Kept> {
  const now = serverNow();
  const [from, to] = [new Date(now - DAY_MS), new Date(now + 15 * DAY_MS)].map((at) => at.toISOString());
  const calendar = await call('dutyCalendar', { query: { teamCode, from: from!, to: to! } });
  const kept = { at: now, teamCode, calendar };
  store('liandong.field.duty', kept);
  return kept;
}

/** The team's duty of yesterday and the next two weeks; without a line as it was read last. */
export function useDuty(teamCode: string) {
  const query = useQuery({
    queryKey: [...KEY, teamCode],
    queryFn: () => fetchDuty(teamCode),
    initialData: () => readStored<Kept | undefined>('liandong.field.duty', undefined),
    initialDataUpdatedAt: 0,
    refetchInterval: POLL_MS,
  });
  // Another team's account on the same phone does not see this one's.
  const data = query.data?.teamCode === teamCode ? query.data : undefined;
  return { data, error: query.error };
}

/** One write at once: duty is settled with the centre, nothing of it waits on the phone. */
export function useDutyAct() {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const clientId = useRef(uuid());
  const run = async <N extends ApiName>(name: N, request: Request<Api[N]>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    try {
      await call(name, request);
      clientId.current = uuid();
      return true;
    } catch (error) {
      setProblem(problemText(error, i18next.t('duty:field.offline')));
      return false;
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: KEY });
    }
  };
  return { busy, problem, clientId, run };
}
