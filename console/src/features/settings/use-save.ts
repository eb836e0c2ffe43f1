import type { Api, ApiName } from '@liandong/shared/api';
import type { Request } from '@liandong/shared/route';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { notify } from '../../ui/notice';

/**
 * One kind of change. `problem` says in words why it was refused.
 * @param stale the lists that show it
 */
export function useSave<N extends ApiName>(name: N, stale: readonly ApiName[], onDone?: () => void) {
  const { t } = useTranslation(['settings', 'app']);
  const client = useQueryClient();
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: (request: Request<Api[N]>) => call(name, request),
    onSuccess: async () => {
      notify(t('settings:saved'));
      await Promise.all(stale.map((list) => client.invalidateQueries({ queryKey: [list] })));
      onDone?.();
    },
  });
  return { save: mutate, busy: isPending, problem: error && problemText(error, t('app:offline')), reset };
}
