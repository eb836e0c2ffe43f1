import type { SetupGap, SetupStep } from '@liandong/shared/county-set-up';
import { useTranslation } from 'react-i18next';

const SHOWN = 12;

/** What is missing: needed or advised, and of whom. */
export function Gaps({ gaps, goTo, links }: { gaps: SetupGap[]; goTo: (step: SetupStep) => void; links?: true }) {
  const { t } = useTranslation('county');
  if (gaps.length === 0) return links ? <p>{t('nothingMissing')}</p> : null;
  return (
    <ul className="gaps" data-testid="gaps">
      {gaps.map(({ code, step, must, text, subjects }) => (
        <li key={code}>
          <b>{t(must ? 'must' : 'should')}</b> {text}
          {subjects.length > 0 &&
            `：${subjects.slice(0, SHOWN).join('、')}${subjects.length > SHOWN ? `…（${subjects.length}）` : ''}`}{' '}
          {links && (
            <button type="button" className="btn ghost" onClick={() => goTo(step)}>
              {t('goTo')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
