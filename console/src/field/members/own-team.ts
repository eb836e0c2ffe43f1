import type { TeamRegister } from '@liandong/shared/register';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { serverNow } from '../../ui/clock';
import { readStored, store } from '../storage';

interface Kept {
  at: number;
  team: TeamRegister;
}
const keyOf = (code: string): string => `liandong.field.team.${code}`;

/** The own team with everybody's numbers, also without a line once it was read. */
export function useOwnTeam(code: string) {
  return useQuery({
    queryKey: ['ownTeam', code],
    queryFn: async (): Promise<Kept> => {
      const kept = { at: serverNow(), team: await call('getOwnTeam', { params: { code } }) };
      store(keyOf(code), kept);
      return kept;
    },
    initialData: () => readStored<Kept | undefined>(keyOf(code), undefined),
    initialDataUpdatedAt: 0,
    refetchInterval: 60_000,
  });
}

/** One change at a time, with a line only: the list on the screen is then the server's. */
export function useChange(code: string, onDone: (warnings: string[]) => void) {
  const { t } = useTranslation('field');
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function change(act: () => Promise<{ team: TeamRegister; warnings: string[] }>): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const { team, warnings } = await act();
      const kept = { at: serverNow(), team };
      store(keyOf(code), kept);
      client.setQueryData(['ownTeam', code], kept);
      onDone(warnings);
    } catch (error) {
      setProblem(problemText(error, t('signIn.offline')));
    } finally {
      setBusy(false);
    }
  }
  return { change, busy, problem };
}
