import type { Me } from '@liandong/shared/auth';
import type { DutyCalendar, ShiftView } from '@liandong/shared/duty';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckSign } from '../../features/duty/CheckSign';
import { offersCheckIn, phaseOf, shortTime } from '../../features/duty/duty.rules';
import { useNow } from '../../ui/clock';
import { formatMinute } from '../../ui/time';
import { DutyPapers } from './DutyPapers';
import { DutySheet, type SheetName } from './DutySheets';
import { useDuty, useDutyAct } from './duty';
import './duty.css';

/** So many coming shifts are listed. */
const COMING = 8;

const stands = ({ absent }: ShiftView): boolean => absent.length === 0;

/** 值班 of the own team: who is on, who comes, what is open, and what a leader can do about it. */
export function DutyTab({ me }: { me: Me }) {
  const { t } = useTranslation(['duty', 'field']);
  const { data, error } = useDuty(me.teamCode ?? '');
  const [sheet, setSheet] = useState<SheetName | null>(null);
  return (
    <section className="paper-body flush duty-tab" aria-label={t('duty:field.tab')} data-testid="field-duty">
      <h1 className="visually-hidden">{t('duty:field.tab')}</h1>
      {error && data && <p className="note near">{t('duty:field.stale', { time: formatMinute(data.at) })}</p>}
      {!data && <p className="centred quiet">{t(error ? 'duty:field.offline' : 'field:loading')}</p>}
      {data && <Duty calendar={data.calendar} onSheet={setSheet} />}
      {data && sheet && <DutySheet name={sheet} calendar={data.calendar} onClose={() => setSheet(null)} />}
    </section>
  );
}

function Duty({ calendar, onSheet }: { calendar: DutyCalendar; onSheet: (name: SheetName) => void }) {
  const { t } = useTranslation('duty');
  const now = useNow();
  const running = calendar.shifts.filter((shift) => phaseOf(shift, now) === 'running' && stands(shift));
  const ahead = calendar.shifts.filter((shift) => phaseOf(shift, now) === 'ahead' && stands(shift));
  return (
    <>
      <h2>{t('field.now')}</h2>
      {running.length === 0 && (
        <p className="duty-nobody over" role="alert">
          {t('nobody')}
        </p>
      )}
      {running.map((shift) => (
        <Person key={shift.id} shift={shift} now={now} />
      ))}
      {ahead[0] && (
        <>
          <h2>{t('field.next')}</h2>
          <Person shift={ahead[0]} now={now} />
        </>
      )}
      <div className="duty-buttons">
        {(['leave', 'swap', 'handover'] as const).map((name) => (
          <button
            key={name}
            type="button"
            className="small"
            onClick={() => onSheet(name)}
            data-testid={`field-duty-${name}`}
          >
            {t(`field.${name}`)}
          </button>
        ))}
      </div>
      <DutyPapers calendar={calendar} now={now} />
      <h2>{t('field.coming')}</h2>
      <ul className="duty-coming">
        {ahead.slice(1, COMING + 1).map(({ id, name, startsAt, endsAt }) => (
          <li key={id}>
            <span className="num quiet">
              {shortTime(startsAt)} – {shortTime(endsAt).slice(6)}
            </span>
            <b>{name}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Somebody on duty or next, with the one button that may be needed. */
function Person({ shift, now }: { shift: ShiftView; now: number }) {
  const { t } = useTranslation('duty');
  const { busy, problem, run } = useDutyAct();
  const { id, name, phone, startsAt, endsAt } = shift;
  const running = phaseOf(shift, now) === 'running';
  return (
    <div className="duty-person" data-testid={running ? 'field-on-duty' : 'field-next-duty'}>
      <p>
        <b>{name}</b>
        <a className="num" href={`tel:${phone}`}>
          {phone}
        </a>
      </p>
      <p className="quiet">
        <span className="num">
          {shortTime(startsAt)} – {shortTime(endsAt)}
        </span>
        {running && <CheckSign person={shift} />}
      </p>
      {problem !== null && (
        <p className="over" role="alert">
          ! {problem}
        </p>
      )}
      {offersCheckIn(shift, now) && (shift.checkIn || running) && (
        <button
          type="button"
          className={shift.checkIn ? 'big' : 'small'}
          disabled={busy}
          onClick={() => void run('checkIn', { params: { id } })}
          data-testid="field-check-in"
        >
          {t('field.checkIn')}
        </button>
      )}
    </div>
  );
}
