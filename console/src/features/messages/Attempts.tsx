import type { AttemptView } from '@liandong/shared/message';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/clock';
import { ATTEMPT_LOOKS } from '../../ui/message-signs';
import { formatInstant, formatWhen } from '../../ui/time';
import { Sign } from './State';

/** Every hand-over of a message: by which line, when, what the provider said, in words beside its code. */
export function Attempts({ history }: { history: readonly AttemptView[] }) {
  const { t } = useTranslation(['messages', 'signs']);
  const now = useNow();
  return (
    <section className="attempts" aria-label={t('messages:history')}>
      <h3>{t('messages:history')}</h3>
      {history.length === 0 && <p className="quiet">{t('messages:noHistory')}</p>}
      <ol>
        {history.map((attempt) => (
          <li key={attempt.id} data-testid={`attempt-${attempt.state}`}>
            <div className="first">
              <span className="num">
                {formatWhen(attempt.at, now)}
                {attempt.endedAt !== null && ` – ${formatInstant(attempt.endedAt)}`}
              </span>
              <span>{t(`signs:line.${attempt.line}`)}</span>
              <Sign look={ATTEMPT_LOOKS[attempt.state]}>
                <b>{t(`messages:attempt.${attempt.state}`)}</b>
              </Sign>
            </div>
            {(attempt.explanation ?? attempt.code) !== null && (
              <div className="quiet">{[attempt.explanation, attempt.code].filter(Boolean).join(' · ')}</div>
            )}
            <div className="faint small num">
              {[
                attempt.parts === null ? null : t('messages:attemptParts', { count: attempt.parts }),
                attempt.providerId === null ? null : `${t('messages:providerNo')} ${attempt.providerId}`,
              ]
                .filter((each) => each !== null)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
