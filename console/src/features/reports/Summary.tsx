import type { ResponseTimes } from '@liandong/shared/report';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMinute } from '../../ui/time';
import type { Filters } from './filter.rules';
import { isTimed } from './report.rules';

/** One line under the title: what this page counts, so that a printed sheet stands alone. */
export function Summary({ filters, report, at }: { filters: Filters; report: ResponseTimes | undefined; at: number }) {
  const { t } = useTranslation('reports');
  const parts = [
    `${filters.from} – ${filters.to}`,
    t(`interval.${filters.interval}`),
    t(`basis.${filters.basis}`),
    filters.drill === 'only' && t('drill.only'),
  ];
  if (report) {
    const { total, rows } = report;
    parts.push(
      t('summary.groups', { groups: rows.length, group: t(`group.${filters.groupBy}`) }),
      t('summary.sample', { n: total.n.toLocaleString() }),
      t(isTimed(filters.interval) ? 'summary.missing' : 'summary.unstamped', { n: total.missing }),
      t('summary.waived', { n: total.waived }),
      t('summary.asOf', { time: `${formatDate(at)} ${formatMinute(at)}` }),
    );
  }
  return <p className="report-summary quiet">{parts.filter(Boolean).join(' · ')}</p>;
}
