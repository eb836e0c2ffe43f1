import type { Api, ApiName } from '@liandong/shared/api';
import type { RegisterChange } from '@liandong/shared/register';
import type { Answer, Request } from '@liandong/shared/route';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { notify } from '../../ui/notice';

/** The acts that answer with the team as it is then. */
type Act = { [N in ApiName]: Answer<Api[N]> extends RegisterChange ? N : never }[ApiName];
const STALE: readonly ApiName[] = ['listTeams', 'getTeam', 'teamHistory', 'listDuty'];

/** One change of the register. What is odd about it (a shared number, shifts left over) is said once it is saved. */
export function useRegisterSave<N extends Act>(name: N, onDone?: (change: RegisterChange) => void) {
  const { t } = useTranslation(['settings', 'app']);
  const client = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: (request: Request<Api[N]>) => call(name, request) as Promise<RegisterChange>,
    onSuccess: async (change) => {
      notify(t('settings:saved'));
      for (const warning of change.warnings) notify(warning, true);
      await Promise.all(STALE.map((list) => client.invalidateQueries({ queryKey: [list] })));
      onDone?.(change);
    },
  });
  return { save: mutate, busy: isPending, problem: error && problemText(error, t('app:offline')) };
}
