import type { DutyStanding } from '@liandong/shared/duty';
import { Alert, Input, Segmented, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useNow } from '../../ui/clock';
import { useKeys } from '../../ui/keys';
import { CountyRow } from './CountyRow';
import { checkState, daysFrom, weekdayOf } from './duty.rules';

const DAYS = 14;
const MINUTE_MS = 60_000;
const FITS: Record<'all' | 'gaps' | 'late', (row: DutyStanding) => boolean> = {
  all: () => true,
  gaps: ({ gaps }) => gaps.length > 0,
  late: ({ onDuty }) => onDuty.some((person) => checkState(person) === 'missing'),
};
type Filter = keyof typeof FITS;

const matches = ({ teamCode, teamShortName, onDuty }: DutyStanding, words: string): boolean =>
  [teamCode, teamShortName, ...onDuty.map(({ name }) => name)]
    .join(' ')
    .toLowerCase()
    .includes(words.trim().toLowerCase());

/** All teams: who is on, who signed in, and where the next 14 days have gaps. */
export function CountyDuty({ onOpen }: { onOpen: (teamCode: string) => void }) {
  const { t } = useTranslation(['duty', 'app']);
  const { data, error, isPending } = useAnswer('dutyStandings', {}, { refetchInterval: MINUTE_MS });
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const minute = Math.floor(useNow() / MINUTE_MS) * MINUTE_MS;
  const days = daysFrom(minute, DAYS);
  const rows = data?.items ?? [];
  const shown = rows.filter((row) => FITS[filter](row) && matches(row, words));
  const at = Math.min(chosen, shown.length - 1);
  const move = (by: number) => (): void => {
    const next = Math.max(0, Math.min(shown.length - 1, at + by));
    setChosen(next);
    body.current?.querySelectorAll('tr')[next]?.scrollIntoView({ block: 'nearest' });
  };
  const enter = (): void => {
    const row = shown[at];
    if (row) onOpen(row.teamCode);
  };
  useKeys({ j: move(1), ArrowDown: move(1), k: move(-1), ArrowUp: move(-1), Enter: enter });
  const count = (fits: (row: DutyStanding) => boolean): number => rows.filter(fits).length;
  return (
    <>
      <header>
        <h1>{t('duty:heading')}</h1>
        <span className="quiet" data-testid="duty-summary">
          {data &&
            t('duty:summary', {
              count: rows.length,
              on: count(({ onDuty }) => onDuty.length > 0),
              off: count(({ onDuty }) => onDuty.length === 0),
              late: count(FITS.late),
              gaps: count(FITS.gaps),
            })}
        </span>
        <span className="spacer" />
        <span className="faint">{t('duty:keys')}</span>
        <Segmented
          value={filter}
          onChange={(value) => setFilter(value as Filter)}
          options={(Object.keys(FITS) as Filter[]).map((value) => ({
            value,
            label: `${t(`duty:filter.${value}`)} ${count(FITS[value])}`,
          }))}
        />
        <Input.Search
          allowClear
          style={{ width: 200 }}
          placeholder={t('duty:search')}
          aria-label={t('duty:search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </header>
      {error !== null && (
        <Alert type="error" showIcon title={t('duty:failed')} description={problemText(error, t('app:offline'))} />
      )}
      {isPending && error === null && <Skeleton active paragraph={{ rows: 12 }} />}
      {data && shown.length === 0 && <p className="quiet duty-none">{t('duty:none')}</p>}
      {shown.length > 0 && (
        <div className="duty-scroll">
          <table className="duty-county">
            <thead>
              <tr>
                <th>{t('duty:column.team')}</th>
                <th>{t('duty:column.now')}</th>
                <th>{t('duty:column.check')}</th>
                <th>{t('duty:column.next')}</th>
                {days.map((day, index) => (
                  <th key={day} className={weekdayOf(day) > 5 ? 'day weekend' : 'day'}>
                    <span className="num">{index === 0 ? t('duty:today') : day.slice(5)}</span>
                    <small>{t(`duty:weekday.d${weekdayOf(day) as 1}`)}</small>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody ref={body}>
              {shown.map((row, index) => (
                <CountyRow
                  key={row.teamCode}
                  row={row}
                  days={days}
                  chosen={index === at}
                  onChoose={() => setChosen(index)}
                  onOpen={() => onOpen(row.teamCode)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
