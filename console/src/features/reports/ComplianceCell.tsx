import type { ResponseTimesRow } from '@liandong/shared/report';
import { useTranslation } from 'react-i18next';
import { formatPercent, GOAL, toneOf } from './report.rules';

/** A sign beside the colour of the bar. */
const SIGNS = { met: '✓', near: '▲', over: '!' } as const;

/** Share on time: a thin bar with the goal marked, the number, and a sign for the band it is in. */
export function ComplianceCell({
  row,
  withBar,
  onOpen,
}: {
  row: ResponseTimesRow;
  withBar: boolean;
  onOpen: () => void;
}) {
  const { t } = useTranslation('reports');
  const testId = `report-compliance-${row.group}`;
  if (!row.ranked || row.compliance === null) {
    return (
      <td className="compliance faint" data-testid={testId}>
        {row.ranked ? '—' : t('unranked')}
      </td>
    );
  }
  const tone = toneOf(row.compliance);
  return (
    <td className="compliance num">
      {withBar && (
        <span className={`bar ${tone}`} aria-hidden="true">
          <i style={{ width: `${row.compliance * 100}%` }} />
          <em style={{ left: `${GOAL * 100}%` }} />
        </span>
      )}
      <span className={`sign tone ${tone}`} role="img" aria-label={t(`tone.${tone}`)} title={t(`tone.${tone}`)}>
        {SIGNS[tone]}
      </span>
      <button type="button" className="figure-link" onClick={onOpen} data-testid={testId}>
        {formatPercent(row.compliance)}
      </button>
    </td>
  );
}
