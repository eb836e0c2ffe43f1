import { useTranslation } from 'react-i18next';
import { answerConsent, canLocate, useConsent } from './position';

/** Asked once, with the reason, before the browser asks. */
export function PositionQuestion() {
  const { t } = useTranslation('field');
  const { consent } = useConsent();
  if (consent !== null || !canLocate()) return null;
  return (
    <section className="question">
      <b>{t('position.heading')}</b>
      <p className="quiet">{t('position.why')}</p>
      <div className="row">
        <button type="button" className="small" onClick={() => answerConsent('yes')}>
          {t('position.yes')}
        </button>
        <button type="button" className="small" onClick={() => answerConsent('no')}>
          {t('position.no')}
        </button>
      </div>
    </section>
  );
}
