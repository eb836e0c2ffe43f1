import type { IncidentDetail } from '@liandong/shared/board';
import type { ObligationView } from '@liandong/shared/obligation';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate, formatInstant } from '../../ui/time';
import { ask } from '../desk/desk-state';
import { OwedClock } from './OwedClock';
import { stageLines } from './upward.rules';

interface Props {
  incidentId: string;
  reports: IncidentDetail['upwardReports'];
  obligations: readonly ObligationView[];
  writable: boolean;
}

/** 上报: the clocks of each stage, and what went up. */
export function UpwardSection({ incidentId, reports, obligations, writable }: Props) {
  const { t } = useTranslation(['upward', 'signs']);
  const lines = stageLines(obligations, reports);
  return (
    <section aria-label={t('upward:heading')}>
      <header>
        <h2>{t('upward:heading')}</h2>
        <span className="spacer" />
        {writable && (
          <button
            type="button"
            className="btn"
            data-testid="draft-upward"
            onClick={() => ask({ of: 'incident', act: 'upward' })}
          >
            {t('upward:draft')} <kbd>U</kbd>
          </button>
        )}
      </header>
      {lines.length === 0 && <p className="none">{t('upward:notOwed')}</p>}
      <ul className="stage-lines">
        {lines.map((line) => (
          <li key={line.stage} data-testid={`upward-line-${line.stage}`}>
            <b>{t(`signs:upward.${line.stage}`)}</b>
            {line.clock !== null && <OwedClock obligation={line.clock} />}
            <span className="faint" title={line.clock?.basis ?? undefined}>
              {line.clock?.owedBy}
            </span>
            <span className="spacer" />
            {line.running && writable && (
              <button
                type="button"
                className="btn"
                onClick={() => ask({ of: 'incident', act: 'upward', stage: line.stage })}
              >
                {t('upward:draft')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {reports.length > 0 && (
        <ol className="sent" data-testid="upward-sent">
          {[...reports]
            .sort((a, b) => b.no - a.no)
            .map((report) => (
              <li key={report.id}>
                <div className="meta">
                  <b>{t('upward:nth', { no: report.no, stage: t(`signs:upward.${report.stage}`) })}</b>
                  <span className="num">
                    {formatDate(report.sentAt)} {formatInstant(report.sentAt)}
                  </span>
                  <span>
                    → {report.recipient} {report.spokenTo}
                  </span>
                  <span>{report.by}</span>
                  <Link
                    className="btn"
                    to={`/incidents/${incidentId}/upward/${report.id}/print`}
                    target="_blank"
                    data-testid={`print-upward-${report.no}`}
                  >
                    {t('upward:print')}
                  </Link>
                </div>
                <details>
                  <summary>{report.text}</summary>
                  <p>{report.text}</p>
                </details>
              </li>
            ))}
        </ol>
      )}
    </section>
  );
}
