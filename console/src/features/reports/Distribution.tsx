import type { MeasuredOrder } from '@liandong/shared/report';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTheme } from '../../app/theme';
import type { EChartsType } from './chart';
import { distribution } from './distribution.rules';
import { useDistributionOption } from './distribution-option';
import type { Filters } from './filter.rules';
import { isTimed, MOST_LISTED } from './report.rules';

interface Props {
  orders: readonly MeasuredOrder[] | undefined;
  interval: Filters['interval'];
  failed: boolean;
}

/** How long the orders took, as bars; late ones apart by colour and by hatching. */
export function Distribution({ orders, interval, failed }: Props) {
  const { t } = useTranslation('reports');
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const shape = useMemo(() => distribution(orders ?? []), [orders]);
  const option = useDistributionOption(shape, interval, theme);
  const isEmpty = orders !== undefined && shape.bins.every((bin) => bin.met + bin.late === 0);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let chart: EChartsType | null = null;
    let gone = false;
    void import('./chart').then(({ init }) => {
      if (gone) return;
      chart = init(element, null, { renderer: 'svg' });
      chart.setOption(option);
    });
    const observer = new ResizeObserver(() => chart?.resize());
    observer.observe(element);
    return () => {
      gone = true;
      observer.disconnect();
      chart?.dispose();
    };
  }, [option]);

  return (
    <section className="card">
      <header>
        <h2>{t('chart.distribution')}</h2>
        <small className="faint">
          {isTimed(interval) && (
            <>
              <span className="key met" /> {t('chart.met')} <span className="key late" /> {t('chart.late')} ·{' '}
            </>
          )}
          {t('chart.bin', { minutes: shape.binMinutes })}
          {interval === 'target' && ` · ${t('chart.limits')}`}
          {orders?.length === MOST_LISTED && ` · ${t('newest', { n: MOST_LISTED })}`}
        </small>
      </header>
      {failed || isEmpty ? (
        <p className="chart-note quiet">{t(failed ? 'failed' : 'chart.empty')}</p>
      ) : (
        <div ref={box} className="chart" />
      )}
    </section>
  );
}
