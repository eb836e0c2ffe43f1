import { useTranslation } from 'react-i18next';
import { serverNow } from '../../ui/clock';
import { toCountyField } from '../desk/county-time.rules';
import { outageEnds } from './readiness.rules';

/** Until when a team stays out: open, one of the usual ends, or an instant typed in. `text` empty: until it is called back. */
export function UntilField({ text, wrong, onText }: { text: string; wrong: boolean; onText: (text: string) => void }) {
  const { t } = useTranslation('readiness');
  const usual = outageEnds(serverNow());
  return (
    <>
      <label>
        {t('untilLabel')}
        <input
          className="field num"
          value={text}
          placeholder={t('untilBack')}
          aria-invalid={wrong}
          onChange={(event) => onText(event.target.value)}
          data-testid="outage-until"
        />
      </label>
      {wrong && <p className="near">{t('untilWrong')}</p>}
      <div className="phrases">
        <button type="button" className="btn ghost" onClick={() => onText('')}>
          {t('untilBack')}
        </button>
        {usual.map(({ key, at }) => (
          <button
            key={key}
            type="button"
            className="btn ghost"
            onClick={() => onText(toCountyField(at).slice(0, 16))}
            data-testid={`until-${key}`}
          >
            {t(`untils.${key}`)}
          </button>
        ))}
      </div>
    </>
  );
}
