import type { IncidentDetail } from '@liandong/shared/board';
import type { ObligationView } from '@liandong/shared/obligation';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/time';
import { ask } from '../desk/desk-state';
import { OwedClock } from './OwedClock';
import { knownFigures, newestFirst, situationClock } from './upward.rules';

interface Props {
  situations: IncidentDetail['situations'];
  obligations: readonly ObligationView[];
  /** May one be written now? */
  writable: boolean;
}

/** 动态报告: newest first, with the figures as they were then, and the clock to the next. */
export function SituationSection({ situations, obligations, writable }: Props) {
  const { t } = useTranslation('upward');
  const clock = situationClock(obligations);
  return (
    <section aria-label={t('situation.heading')}>
      <header>
        <h2>{t('situation.heading')}</h2>
        {clock !== null && <OwedClock obligation={clock} />}
        <span className="spacer" />
        {writable && (
          <button
            type="button"
            className="btn"
            data-testid="write-situation"
            onClick={() => ask({ of: 'incident', act: 'situation' })}
          >
            {t('situation.write')} <kbd>S</kbd>
          </button>
        )}
      </header>
      {situations.length === 0 && <p className="none">{t('situation.none')}</p>}
      <ol className="situations" data-testid="situations">
        {newestFirst(situations).map((situation) => (
          <li key={situation.id}>
            <div className="meta">
              <b className="num">{formatInstant(situation.at)}</b>
              <span>{t('situation.no', { no: situation.no })}</span>
              <span>{situation.from}</span>
              {knownFigures(situation.casualties).map(([figure, count]) => (
                <span key={figure} className="figure">
                  {t(`figure.${figure}`)} <b className="num">{count}</b>
                </span>
              ))}
            </div>
            <p>{situation.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
