import type { Api, ApiName } from '@liandong/shared/api';
import type { Answer, Request } from '@liandong/shared/route';
import { useRef, useState } from 'react';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { queryClient } from '../../api/query';
import { i18next } from '../../i18n';
import { notify } from '../../ui/notice';
import { uuid } from '../../ui/uuid';

/** Whatever is shown of this incident is asked for again. */
export const touchIncident = (id: string): void =>
  void queryClient.invalidateQueries({ queryKey: ['getIncident', { params: { id } }] });

/**
 * One write of a form: `problem` says in words why it was refused and leaves what was typed.
 * `clientId` stays the same until the write succeeded, so that a repetition after a lost answer is one write.
 */
export function useWrite(incidentId: string | null) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const clientId = useRef(uuid());
  /**
   * @param said the words of success
   * @param show draws the answer before the feed brings it
   * @returns whether it was done
   */
  const run = async <N extends ApiName>(
    name: N,
    request: Request<Api[N]>,
    said: string,
    show?: (answer: Answer<Api[N]>) => void,
  ): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await call(name, request);
      show?.(answer);
      clientId.current = uuid();
      if (incidentId !== null) touchIncident(incidentId);
      notify(said);
      return true;
    } catch (error) {
      setProblem(problemText(error, i18next.t('acts:offline')));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, clientId, run };
}
