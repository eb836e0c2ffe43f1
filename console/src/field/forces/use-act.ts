import type { Api, ApiName } from '@liandong/shared/api';
import type { Request } from '@liandong/shared/route';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, Offline } from '../../api/client';
import { problemText } from '../../api/problem-text';

/** One small write that needs a line; `problem` says in words why it was not done. */
export function useAct<N extends ApiName>(name: N, list: ApiName) {
  const { t } = useTranslation('forces');
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (request: Request<Api[N]>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await call(name, request);
      await client.invalidateQueries({ queryKey: [list] });
      return true;
    } catch (error) {
      setProblem(error instanceof Offline ? t('field.offline') : problemText(error, t('field.offline')));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, problem };
}
