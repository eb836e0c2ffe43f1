import { useTranslation } from 'react-i18next';
import { forgetRefusal, useOutbox } from '../api/outbox';
import { problemText } from '../api/problem-text';
import { useLive } from '../live/store';
import { formatInstant } from '../ui/time';

/** Says since when the data is old, and what waits to be sent. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const lost = useLive((live) => live.connection === 'lost');
  const since = useLive((live) => live.since);
  const failed = useLive((live) => live.failed);
  const waiting = useOutbox((outbox) => outbox.waiting.length);
  const refused = useOutbox((outbox) => outbox.refused);
  return (
    <>
      {lost && (
        <div className="banner" role="alert" data-testid="connection-banner">
          <b>! {t('lostBanner', { since: formatInstant(since) })}</b>
          <span>{t('lostAdvice')}</span>
          {waiting > 0 && <span data-testid="outbox-count">{t('outbox', { count: waiting })}</span>}
        </div>
      )}
      {!lost && failed && (
        <div className="banner" role="alert">
          <b>! {t('loadFailed')}</b>
        </div>
      )}
      {refused !== null && (
        <div className="banner" role="alert">
          <b>! {t('outboxRefused', { title: problemText(refused, t('offline')) })}</b>
          <button type="button" className="btn ghost" onClick={forgetRefusal}>
            {t('close')}
          </button>
        </div>
      )}
    </>
  );
}
