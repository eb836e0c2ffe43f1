import type { ShiftView, Stretch } from '@liandong/shared/duty';
import { useTranslation } from 'react-i18next';
import { clockIn, dayOf, onDay, phaseOf, weeksOf } from './duty.rules';
import type { Calendar } from './use-duty';

/** A day of a team's calendar has room for so many lines. */
const LINES = 4;
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

interface Props {
  month: string;
  calendar: Calendar;
  now: number;
  chosen: string | null;
  onShift: (shift: ShiftView) => void;
  onGap: (gap: Stretch) => void;
}

/** One team's month: who stands when, and where nobody does. */
export function MonthGrid({ month, calendar, now, chosen, onShift, onGap }: Props) {
  const { t } = useTranslation('duty');
  const cell = (day: string) => {
    const shifts = calendar.shifts.filter(({ startsAt }) => dayOf(startsAt) === day);
    // A piece of a gap stands in its day; pressed, the whole of it is filled.
    const gaps = calendar.gaps.flatMap((whole) => onDay(day, [whole]).map((piece) => ({ whole, piece })));
    const outside = day.slice(0, 7) !== month ? 'outside' : '';
    const when = day < dayOf(now) ? 'past' : day === dayOf(now) ? 'today' : '';
    return (
      <td key={day} className={`${outside} ${when}`}>
        <span className="date num">{day.slice(5)}</span>
        {gaps.map(({ whole, piece }) => (
          <button
            key={piece.startsAt}
            type="button"
            className="duty-shift gap"
            onClick={() => onGap(whole)}
            data-testid="duty-gap"
          >
            ✕ {clockIn(piece.startsAt, day)}–{clockIn(piece.endsAt, day)} {t('gap')}
          </button>
        ))}
        {shifts.slice(0, LINES).map((shift) => (
          <ShiftLine key={shift.id} {...{ shift, now, chosen, onShift }} />
        ))}
        {shifts.length > LINES && <small className="faint">{t('more', { count: shifts.length - LINES })}</small>}
      </td>
    );
  };
  return (
    <table aria-label={month}>
      <thead>
        <tr>
          {WEEK.map((day) => (
            <th key={day}>{t(`weekday.d${day}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>{week.map(cell)}</tr>
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  shift: ShiftView;
  now: number;
  chosen: string | null;
  onShift: (shift: ShiftView) => void;
}

function ShiftLine({ shift, now, chosen, onShift }: LineProps) {
  const { t } = useTranslation('duty');
  const { id, name, startsAt, source, absent, checkedInAt, late } = shift;
  const away = absent.length > 0;
  const sign = checkedInAt !== null ? '✓ ' : late ? '! ' : '';
  return (
    <button
      type="button"
      className={`duty-shift ${phaseOf(shift, now)} ${away ? 'absent' : ''}`}
      aria-pressed={id === chosen}
      title={`${name} ${t(`source.${source}`)}`}
      onClick={() => onShift(shift)}
      data-testid="duty-shift"
    >
      <span className="num">{clockIn(startsAt, dayOf(startsAt))}</span> {sign}
      {away ? (
        <>
          <s>{name}</s> {t('onLeave')}
        </>
      ) : (
        name
      )}
      {source !== 'rotation' && <small className="faint"> {t(`source.${source}`)}</small>}
    </button>
  );
}
