import type { Stretch } from '@liandong/shared/duty';
import { Alert, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { useNow } from '../../ui/clock';
import { useKeys } from '../../ui/keys';
import { addDays, startOfDay } from '../desk/county-time.rules';
import { DutyActs } from './DutyActs';
import { dayOf, monthFrom, weeksOf } from './duty.rules';
import { MonthGrid } from './MonthGrid';
import { ShiftPanel } from './ShiftPanel';
import { SidePanels } from './SidePanels';
import type { Act } from './use-duty';

const iso = (day: string): string => new Date(startOfDay(day)).toISOString();
/** The range a month's sheet shows, its outer days too. */
function rangeOf(month: string): { from: string; to: string } {
  const days = weeksOf(month).flat();
  return { from: iso(days[0]!), to: iso(addDays(days.at(-1)!, 1)) };
}

/** One team's month, with everything that changes it. */
export function TeamDuty({ teamCode, onBack }: { teamCode: string; onBack: () => void }) {
  const { t } = useTranslation(['duty', 'app']);
  const { may, me } = useSession();
  const now = Math.floor(useNow() / 10_000) * 10_000;
  const [month, setMonth] = useState(dayOf(now).slice(0, 7));
  const [chosen, setChosen] = useState<string | null>(null);
  const [act, setAct] = useState<Act | null>(null);
  const { data, error, isPending } = useAnswer(
    'dutyCalendar',
    { query: { teamCode, ...rangeOf(month) } },
    { refetchInterval: 60_000 },
  );
  const editable = may('duty.edit');
  const shift = data?.shifts.find(({ id }) => id === chosen);
  const open = (next: Act) => (): void => {
    if (editable && data) setAct(next);
  };
  const turn = (by: number) => (): void => setMonth(monthFrom(month, by));
  useKeys(
    {
      '[': turn(-1),
      ']': turn(1),
      r: open({ kind: 'rotation', replaces: null }),
      a: open({ kind: 'shift' }),
      l: open({ kind: 'leave' }),
      ...(me.role === 'team' ? {} : { Escape: onBack }),
    },
    { enabled: act === null },
  );
  const fill = (gap: Stretch): void => open({ kind: 'shift', ...gap })();
  const [year, number] = month.split('-').map(Number);
  return (
    <>
      <header>
        {me.role !== 'team' && (
          <button type="button" className="btn" onClick={onBack} data-testid="duty-back">
            ‹ {t('duty:back')} <kbd>Esc</kbd>
          </button>
        )}
        <h1>
          <span className="num quiet">{teamCode}</span> {data?.teamShortName ?? ''}
        </h1>
        <button type="button" className="btn ghost" onClick={turn(-1)} aria-label={t('duty:earlier')}>
          <kbd>[</kbd>
        </button>
        <b className="num" data-testid="duty-month">
          {t('duty:month', { year, month: number })}
        </b>
        <button type="button" className="btn ghost" onClick={turn(1)} aria-label={t('duty:later')}>
          <kbd>]</kbd>
        </button>
        <span className="spacer" />
        {editable && (
          <>
            <button
              type="button"
              className="btn"
              onClick={open({ kind: 'rotation', replaces: null })}
              data-testid="duty-rotation"
            >
              {t('duty:act.rotation')} <kbd>R</kbd>
            </button>
            <button type="button" className="btn" onClick={open({ kind: 'shift' })} data-testid="duty-add">
              {t('duty:act.shift')} <kbd>A</kbd>
            </button>
            <button type="button" className="btn" onClick={open({ kind: 'leave' })} data-testid="duty-leave">
              {t('duty:act.leave')} <kbd>L</kbd>
            </button>
          </>
        )}
      </header>
      {error !== null && (
        <Alert type="error" showIcon title={t('duty:failed')} description={problemText(error, t('app:offline'))} />
      )}
      {isPending && error === null && <Skeleton active paragraph={{ rows: 12 }} />}
      {data && (
        <div className="duty-team">
          <div className="duty-month">
            <MonthGrid
              month={month}
              calendar={data}
              now={now}
              chosen={chosen}
              onShift={({ id }) => setChosen(id)}
              onGap={fill}
            />
          </div>
          <aside className="duty-side">
            {shift && <ShiftPanel key={shift.id} shift={shift} now={now} editable={editable} onAct={setAct} />}
            <SidePanels calendar={data} editable={editable} now={now} onAct={setAct} />
          </aside>
        </div>
      )}
      {data && act && <DutyActs act={act} calendar={data} onClose={() => setAct(null)} />}
    </>
  );
}
