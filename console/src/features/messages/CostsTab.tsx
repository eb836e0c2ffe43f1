import { Alert, Button, DatePicker, Table, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useNow } from '../../ui/clock';
import { formatDate } from '../../ui/time';
import { downloadCsv } from '../reports/download';
import { type Period, periodInstants } from '../reports/period.rules';
import { COST_PRESETS, COUNTED, type Count, costPeriod, totalOf, yuan } from './costs.rules';

const DAY = 'YYYY-MM-DD';

function PeriodChoice(props: { period: Period; today: string; onChange: (period: Period) => void }) {
  const { t } = useTranslation('messages');
  const { period, today, onChange } = props;
  const chosen = COST_PRESETS.find((preset) => {
    const { from, to } = costPeriod(preset, today);
    return from === period.from && to === period.to;
  });
  return (
    <>
      <fieldset className="cost-presets" aria-label={t('costs.period')}>
        {COST_PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            className="btn"
            aria-pressed={preset === chosen}
            onClick={() => onChange(costPeriod(preset, today))}
          >
            {t(`costs.${preset}`)}
          </button>
        ))}
      </fieldset>
      <DatePicker.RangePicker
        aria-label={t('costs.own')}
        allowClear={false}
        value={[dayjs(period.from), dayjs(period.to)]}
        onChange={(days) => {
          const [from, to] = days ?? [];
          if (from && to) onChange({ from: from.format(DAY), to: to.format(DAY) });
        }}
      />
    </>
  );
}

function useColumns(): TableColumnsType<Count> {
  const { t } = useTranslation(['messages', 'signs']);
  const figures = COUNTED.filter((key) => key !== 'costFen').map((key) => ({
    title: t(`messages:costs.${key}`),
    align: 'right' as const,
    render: (_: unknown, line: Count) => <span className="num">{line[key].toLocaleString()}</span>,
  }));
  return [
    { title: t('messages:costs.line'), render: (_, line) => <b>{t(`signs:line.${line.line}`)}</b> },
    ...figures,
    {
      title: t('messages:costs.yuan'),
      align: 'right',
      render: (_, line) => <span className="num">{yuan(line.costFen)}</span>,
    },
  ];
}

/** The table of the page as cells: the same order and words. */
function useCsv(): (lines: readonly Count[]) => (string | number)[][] {
  const { t } = useTranslation(['messages', 'signs']);
  const cells = (label: string, figures: Record<(typeof COUNTED)[number], number>): (string | number)[] => [
    label,
    ...COUNTED.map((key) => (key === 'costFen' ? Number(yuan(figures.costFen)) : figures[key])),
  ];
  return (lines) => [
    [
      t('messages:costs.line'),
      ...COUNTED.map((key) => (key === 'costFen' ? t('messages:costs.yuan') : t(`messages:costs.${key}`))),
    ],
    ...lines.map((line) => cells(t(`signs:line.${line.line}`), line)),
    cells(t('messages:costs.total'), totalOf(lines)),
  ];
}

/** 费用: what went by each line in a period, in how many parts, for how much. */
export function CostsTab() {
  const { t } = useTranslation(['messages', 'app']);
  const today = formatDate(useNow());
  const [period, setPeriod] = useState<Period>(() => costPeriod('month', today));
  const { data, error, isPending } = useAnswer('messageCounts', { query: periodInstants(period) }, { staleTime: 0 });
  const columns = useColumns();
  const csv = useCsv();
  const lines = data?.lines ?? [];
  const total = totalOf(lines);
  return (
    <>
      <div className="message-filters">
        <PeriodChoice period={period} today={today} onChange={setPeriod} />
        <span className="spacer" />
        <Button
          disabled={lines.length === 0}
          onClick={() => downloadCsv(csv(lines), `messages_${period.from}_${period.to}`)}
          data-testid="costs-csv"
        >
          {t('messages:costs.csv')}
        </Button>
      </div>
      {error !== null && (
        <Alert
          type="error"
          showIcon
          title={t('messages:costs.failed')}
          description={problemText(error, t('app:offline'))}
        />
      )}
      <Table<Count>
        rowKey="line"
        size="small"
        columns={columns}
        dataSource={lines}
        loading={isPending && error === null}
        pagination={false}
        locale={{ emptyText: t('messages:costs.empty') }}
        onRow={(line) => ({ 'data-testid': `cost-${line.line}` }) as React.HTMLAttributes<HTMLElement>}
        summary={() =>
          lines.length > 0 && (
            <Table.Summary.Row className="cost-total">
              <Table.Summary.Cell index={0}>{t('messages:costs.total')}</Table.Summary.Cell>
              {COUNTED.map((key, index) => (
                <Table.Summary.Cell key={key} index={index + 1} align="right">
                  <span className="num">{key === 'costFen' ? yuan(total.costFen) : total[key].toLocaleString()}</span>
                </Table.Summary.Cell>
              ))}
            </Table.Summary.Row>
          )
        }
      />
      <p className="quiet small cost-note">{t('messages:costs.note')}</p>
    </>
  );
}
