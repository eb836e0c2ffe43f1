import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem, call } from '../../api/client';
import { language } from '../../i18n';

interface Reply {
  text: string;
  channel: 'sms' | 'voice';
}

/** Answer from one practice phone; `problem` says in words why it did not go out. */
export function useReply(number: string) {
  const { t } = useTranslation('practice');
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: Reply) => call('practiceReply', { params: { number }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['practicePhones'] }),
  });
  const refusal = error instanceof ApiProblem && (language() === 'en' ? error.problem.titleEn : error.problem.title);
  const problem = error === null ? null : t('failed', { words: refusal || t('offline') });
  return { reply: mutate, isPending, problem };
}
