import { nextSteps } from '@liandong/shared/order.lifecycle';
import { useTranslation } from 'react-i18next';
import { formatMinute } from '../ui/time';
import { type Projection, STEPS } from './project.rules';

/** The five steps with the instants reported so far. */
export function StampsLine({ shown }: { shown: Projection }) {
  const { t } = useTranslation('field');
  const { t: signs } = useTranslation('signs');
  const next = nextSteps(shown.status)[0];
  return (
    <ol className="stamps" aria-label={t('stepsLabel')}>
      {STEPS.map((step) => {
        const stamp = shown.stamps[step];
        const state = stamp ? (stamp.pending ? 'waiting' : 'done') : step === next ? 'next' : 'open';
        return (
          <li key={step} className={state}>
            <i aria-hidden="true">{state === 'done' ? '✓' : state === 'waiting' ? '…' : ''}</i>
            <span>{signs(`step.${step}`)}</span>
            {stamp &&
              (stamp.pending ? (
                <span>{t('pendingStamp')}</span>
              ) : (
                <time className="num">{formatMinute(stamp.at)}</time>
              ))}
          </li>
        );
      })}
    </ol>
  );
}
