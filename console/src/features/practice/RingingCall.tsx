import { useTranslation } from 'react-i18next';
import type { Entry } from './practice.rules';

/** Keys of a call and what they mean. */
const KEYS = [
  { key: '1', word: 'k1' },
  { key: '2', word: 'k2' },
  { key: '3', word: 'k3' },
  { key: '4', word: 'k4' },
  { key: '5', word: 'k5' },
  { key: '0', word: 'k0' },
] as const;

/** A call that rings: what the voice says, and the keys to answer with. */
export function RingingCall({ call, onKey }: { call: Entry; onKey: (key: string) => void }) {
  const { t } = useTranslation('practice');
  return (
    <section className="ringing-call" data-testid="phone-ringing">
      <header>
        <b>
          <span className="bell" aria-hidden="true">
            ☎
          </span>{' '}
          {t('ringing')}
        </b>
        {call.orderCode !== null && <span className="num">{t('order', { code: call.orderCode })}</span>}
      </header>
      <p>{call.text}</p>
      <fieldset className="keypad" aria-label={t('keypad')}>
        {KEYS.map(({ key, word }) => (
          <button
            key={key}
            type="button"
            aria-label={`${t('press', { key })} ${t(`keys.${word}`)}`}
            onClick={() => onKey(key)}
            data-testid={`phone-key-${key}`}
          >
            <b className="num">{key}</b>
            <small>{t(`keys.${word}`)}</small>
          </button>
        ))}
      </fieldset>
    </section>
  );
}
