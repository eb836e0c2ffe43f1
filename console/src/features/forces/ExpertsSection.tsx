import type { IncidentView } from '@liandong/shared/incident';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { ask } from '../desk/desk-state';
import { ExpertCalls } from './ExpertCalls';
import './forces.css';

/** The experts asked about one incident, on the desk: who answered what, and who has not. */
export function ExpertsSection({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation(['forces', 'app']);
  const { may } = useSession();
  const { data, error } = useAnswer('listExpertCalls', { query: { incidentId: incident.id } });
  const calls = data?.items ?? [];
  const answered = calls.filter((call) => call.answer !== null).length;
  return (
    <section className="experts-section" aria-label={t('forces:call.section')} data-testid="experts-section">
      <header>
        {calls.length > 0 && <b className="num">{t('forces:call.of', { answered, count: calls.length })}</b>}
        <span className="spacer" />
        {may('expert.call') && incident.status === 'open' && (
          <button
            type="button"
            className="btn"
            onClick={() => ask({ of: 'incident', act: 'experts' })}
            data-testid="call-experts"
          >
            {t('forces:call.key')}
          </button>
        )}
      </header>
      {error !== null && (
        <p className="wrong" role="alert">
          ! {problemText(error, t('app:offline'))}
        </p>
      )}
      {data !== undefined && calls.length === 0 && <p className="empty small">{t('forces:call.none')}</p>}
      <ExpertCalls calls={calls} />
    </section>
  );
}
