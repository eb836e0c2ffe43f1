import type { SetupGap, SetupStep } from '@liandong/shared/county-set-up';
import { useTranslation } from 'react-i18next';
import { language } from '../../i18n';
import { colon, listed } from '../../i18n/punctuation';

const SHOWN = 12;

/** What is missing: needed or advised, and of whom. */
export function Gaps({ gaps, goTo, links }: { gaps: SetupGap[]; goTo: (step: SetupStep) => void; links?: true }) {
  const { t } = useTranslation('county');
  if (gaps.length === 0) return links ? <p>{t('nothingMissing')}</p> : null;
  return (
    <ul className="gaps" data-testid="gaps">
      {gaps.map(({ code, step, must, text, english, subjects }) => (
        <li key={code}>
          <b>{t(must ? 'must' : 'should')}</b> {language() === 'zh' ? text : english}
          {subjects.length > 0 &&
            `${colon()}${listed(subjects.slice(0, SHOWN))}${subjects.length > SHOWN ? `… (${subjects.length})` : ''}`}{' '}
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
