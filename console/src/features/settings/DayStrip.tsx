import { useTranslation } from 'react-i18next';
import { clockOf, strip } from './county.rules';

const DAY_MINUTES = 1440;

/** The 24 hours with day and night as stretches. */
export function DayStrip({ from, to }: { from: number; to: number }) {
  const { t } = useTranslation('settings');
  return (
    <div className="day-strip" aria-hidden="true">
      {strip(from, to).map(({ start, end, day }) => (
        <span key={start} className={day ? 'day' : 'night'} style={{ flexGrow: (end - start) / DAY_MINUTES }}>
          <b>{t(day ? 'hours.day' : 'hours.night')}</b>
          <small className="num">{clockOf(start)}</small>
        </span>
      ))}
    </div>
  );
}
