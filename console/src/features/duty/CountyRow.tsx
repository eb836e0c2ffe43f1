import type { DutyStanding } from '@liandong/shared/duty';
import { useTranslation } from 'react-i18next';
import { CheckSign } from './CheckSign';
import { clockIn, gapHours, onDay, shortTime } from './duty.rules';

interface Props {
  row: DutyStanding;
  days: readonly string[];
  chosen: boolean;
  onChoose: () => void;
  onOpen: () => void;
}

/** One team of the county: now, next, and its strip of days. */
export function CountyRow({ row, days, chosen, onChoose, onOpen }: Props) {
  const { t } = useTranslation('duty');
  const { teamCode, teamShortName, onDuty, next, gaps } = row;
  return (
    <tr
      className={chosen ? 'chosen' : undefined}
      onClick={onChoose}
      onDoubleClick={onOpen}
      data-testid={`duty-row-${teamCode}`}
    >
      <th scope="row">
        <button type="button" className="team-link" onClick={onOpen}>
          <span className="num quiet">{teamCode}</span> {teamShortName}
        </button>
      </th>
      <td>
        {onDuty.length === 0 && <b className="over">{t('nobody')}</b>}
        {onDuty.map(({ shiftId, name, endsAt }) => (
          <span key={shiftId} className="person">
            {name} <small className="num faint">{t('until', { time: shortTime(endsAt) })}</small>
          </span>
        ))}
      </td>
      <td>
        {onDuty.map((person) => (
          <CheckSign key={person.shiftId} person={person} />
        ))}
      </td>
      <td className="quiet">
        {next ? (
          <>
            {next.name} <small className="num faint">{shortTime(next.startsAt)}</small>
          </>
        ) : (
          '—'
        )}
      </td>
      {days.map((day) => {
        const hours = gapHours(day, gaps);
        const spans = onDay(day, gaps).map((gap) => `${clockIn(gap.startsAt, day)}–${clockIn(gap.endsAt, day)}`);
        const title =
          hours > 0
            ? t('gapTitle', { team: teamShortName, day, spans: spans.join(' ') })
            : t('coveredTitle', { team: teamShortName, day });
        return (
          <td key={day} className={hours > 0 ? 'day gap-cell' : 'day'} title={title}>
            {hours > 0 ? <b>✕ {hours}h</b> : <span aria-hidden="true">✓</span>}
            <span className="visually-hidden">{title}</span>
          </td>
        );
      })}
    </tr>
  );
}
