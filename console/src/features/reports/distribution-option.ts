import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Theme } from '../../app/theme';
import type { Bin, Distribution } from './distribution.rules';
import type { Filters } from './filter.rules';
import { isTimed } from './report.rules';

/** Charts cannot read the page's variables by themselves. */
const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const HATCH = { symbol: 'rect', symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4 };

/** The chart of a distribution in the words and colours of the page; the dashed limits belong to the target alone. */
export function useDistributionOption(
  shape: Distribution,
  interval: Filters['interval'],
  theme: Theme,
): EChartsCoreOption {
  const { t } = useTranslation('reports');
  return useMemo(() => {
    const { bins, binMinutes, limits, beyondMinutes } = shape;
    // The theme decides what the tokens are; naming it here redraws the chart when it changes.
    const [text, line, met, late] = ['--text-2', '--line', '--accent', '--over'].map(token);
    const minutes = (n: number): string => t('chart.minutes', { n });
    const series = (name: 'met' | 'late', color: string | undefined, decal: object | undefined) => ({
      type: 'bar',
      name: t(`chart.${name}`),
      stack: 'orders',
      data: bins.map((bin) => bin[name]),
      barCategoryGap: '18%',
      itemStyle: { color, decal },
    });
    return {
      animation: false,
      aria: { enabled: true, decal: { show: true, decals: [{ symbol: 'none' }, { ...HATCH, color: '#0005' }] } },
      grid: { left: 8, right: 12, top: 26, bottom: 4, outerBoundsMode: 'same', containLabel: true },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (points: { dataIndex: number }[]) => {
          const bin: Bin | undefined = bins[points[0]?.dataIndex ?? -1];
          if (!bin) return '';
          const isLast = bin.fromMinutes === beyondMinutes;
          const span = isLast
            ? t('chart.beyond', { n: bin.fromMinutes })
            : minutes(bin.fromMinutes).replace(/\d+/, `${bin.fromMinutes}–${bin.fromMinutes + binMinutes}`);
          const counts = isTimed(interval)
            ? `${t('chart.met')} ${bin.met} · ${t('chart.late')} ${bin.late}`
            : t('chart.orders', { n: bin.met });
          return `${span}<br>${counts}`;
        },
      },
      // The bars stand on a category axis; minutes and limits on a second one, which knows positions between bars.
      xAxis: [
        { type: 'category', data: bins.map((bin) => bin.fromMinutes), show: false },
        {
          type: 'value',
          position: 'bottom',
          min: 0,
          max: bins.length * binMinutes,
          interval: binMinutes * 5,
          axisLabel: { color: text, formatter: minutes, showMaxLabel: false },
          axisLine: { show: true, lineStyle: { color: line } },
          splitLine: { show: false },
        },
      ],
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: text },
        splitLine: { lineStyle: { color: line, opacity: 0.6 } },
      },
      series: [
        series('met', met, undefined),
        series('late', late, { ...HATCH, color: theme === 'dark' ? '#0007' : '#fff8' }),
        {
          type: 'bar',
          xAxisIndex: 1,
          data: [],
          markLine: interval === 'target' && {
            symbol: 'none',
            silent: true,
            lineStyle: { color: text, type: 'dashed' },
            label: { color: text, formatter: ({ name }: { name: string }) => name, distance: 4 },
            data: limits.map((limit) => ({ name: minutes(limit), xAxis: limit })),
          },
        },
      ],
    };
  }, [shape, interval, theme, t]);
}
