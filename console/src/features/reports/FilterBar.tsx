import type { ResponseTimes } from '@liandong/shared/report';
import { INTERVALS } from '@liandong/shared/report';
import { Button, DatePicker, Segmented, Select, Tooltip } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { downloadCsv } from './download';
import { BASES, DRILLS, type Filters, fileName, GROUP_CHOICES } from './filter.rules';
import { PRESETS, presetPeriod } from './period.rules';
import type { RankedRow } from './report.rules';
import { useCsvTable } from './use-csv-table';

interface Props {
  filters: Filters;
  today: string;
  onChange: (part: Partial<Filters>) => void;
  report: ResponseTimes | undefined;
  rows: readonly RankedRow[];
}
const DAY = 'YYYY-MM-DD';

function PeriodChoice({ filters, today, onChange }: Pick<Props, 'filters' | 'today' | 'onChange'>) {
  const { t } = useTranslation('reports');
  const current = PRESETS.find((preset) => {
    const { from, to } = presetPeriod(preset, today);
    return from === filters.from && to === filters.to;
  });
  return (
    <>
      <DatePicker.RangePicker
        aria-label={t('filter.period')}
        allowClear={false}
        value={[dayjs(filters.from), dayjs(filters.to)]}
        onChange={(days) => {
          const [from, to] = days ?? [];
          if (from && to) onChange({ from: from.format(DAY), to: to.format(DAY) });
        }}
      />
      <fieldset className="presets" aria-label={t('filter.period')}>
        {PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            className="btn"
            aria-pressed={preset === current}
            onClick={() => onChange(presetPeriod(preset, today))}
          >
            {t(`preset.${preset}`)}
          </button>
        ))}
      </fieldset>
    </>
  );
}

/** Period, group, interval, basis and drills; the table as CSV, the page on paper. */
export function FilterBar({ filters, today, onChange, report, rows }: Props) {
  const { t } = useTranslation('reports');
  const csvTable = useCsvTable();
  return (
    <div className="report-filters">
      <PeriodChoice filters={filters} today={today} onChange={onChange} />
      <Select
        prefix={t('filter.group')}
        aria-label={t('filter.group')}
        value={filters.groupBy}
        options={GROUP_CHOICES.map((value) => ({ value, label: t(`group.${value}`) }))}
        onChange={(groupBy) => onChange({ groupBy })}
        popupMatchSelectWidth={false}
      />
      <Select
        prefix={t('filter.interval')}
        aria-label={t('filter.interval')}
        value={filters.interval}
        options={INTERVALS.map((value) => ({ value, label: t(`interval.${value}`) }))}
        onChange={(interval) => onChange({ interval })}
        popupMatchSelectWidth={false}
      />
      <Tooltip title={t('basisHint')}>
        <Segmented
          aria-label={t('filter.basis')}
          value={filters.basis}
          options={BASES.map((value) => ({ value, label: t(`basis.${value}`) }))}
          onChange={(basis) => onChange({ basis })}
        />
      </Tooltip>
      <span className="drill-choice">
        {t('filter.drill')}
        <Segmented
          aria-label={t('filter.drill')}
          value={filters.drill}
          options={DRILLS.map((value) => ({ value, label: t(`drill.${value}`) }))}
          onChange={(drill) => onChange({ drill })}
        />
      </span>
      <span className="spacer" />
      <Button
        disabled={!report || rows.length === 0}
        onClick={() => report && downloadCsv(csvTable(filters, rows, report.total), fileName(filters))}
      >
        {t('csv')}
      </Button>
      <Button onClick={() => window.print()}>{t('print')}</Button>
    </div>
  );
}
