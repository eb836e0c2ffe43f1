import { useNow } from '../../ui/clock';
import { formatDate, formatInstant } from '../../ui/time';

/** The instant, and the day when it is not today. */
export function Moment({ at }: { at: string | null }) {
  const today = formatDate(useNow());
  if (at === null) return <>—</>;
  const day = formatDate(at);
  return (
    <span className="num">
      {day !== today && <span className="faint">{day} </span>}
      {formatInstant(at)}
    </span>
  );
}
