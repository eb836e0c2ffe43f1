import { EXPERT_ANSWERS, type ExpertAnswer, type ExpertCallView } from '@liandong/shared/expert';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query';
import { useWrite } from '../desk/use-write';
import { CALL_SIGNS } from './forces.rules';

/** What an expert said on the phone: one click, with minutes and words where he gave any. */
export function TakeAnswer({ call, onDone }: { call: ExpertCallView; onDone: () => void }) {
  const { t } = useTranslation('forces');
  const [minutes, setMinutes] = useState('');
  const [words, setWords] = useState('');
  const { busy, problem, run } = useWrite(call.incidentId);
  const take = async (answer: ExpertAnswer): Promise<void> => {
    const etaMinutes = answer === 'coming' && /^\d{1,3}$/.test(minutes.trim()) ? Number(minutes) : null;
    const body = { answer, etaMinutes, words: words.trim() };
    const said = t('call.taken', { name: call.expertName });
    if (!(await run('answerExpertCall', { params: { id: call.id }, body }, said))) return;
    void queryClient.invalidateQueries({ queryKey: ['listExpertCalls'] });
    onDone();
  };
  return (
    <div className="take">
      <input
        className="field minutes num"
        inputMode="numeric"
        placeholder={t('call.minutes')}
        aria-label={t('call.minutes')}
        value={minutes}
        maxLength={3}
        onChange={(event) => setMinutes(event.target.value)}
        data-testid="take-minutes"
      />
      <input
        className="field"
        placeholder={t('call.words')}
        aria-label={t('call.words')}
        value={words}
        maxLength={300}
        onChange={(event) => setWords(event.target.value)}
      />
      {EXPERT_ANSWERS.map((answer) => (
        <button
          key={answer}
          type="button"
          className="btn"
          disabled={busy}
          onClick={() => void take(answer)}
          data-testid={`take-${answer}`}
        >
          {CALL_SIGNS[answer]} {t(`call.${answer}`)}
        </button>
      ))}
      {problem !== null && (
        <span className="wrong" role="alert">
          ! {problem}
        </span>
      )}
    </div>
  );
}
