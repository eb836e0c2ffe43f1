import type { ShiftView } from '@liandong/shared/duty';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../desk/use-write';
import { CheckSign } from './CheckSign';
import { offersCheckIn, phaseOf, shortTime } from './duty.rules';
import { type Act, touchDuty } from './use-duty';

interface Props {
  shift: ShiftView;
  now: number;
  editable: boolean;
  onAct: (act: Act) => void;
}

/** One shift, and what can be done with it now. */
export function ShiftPanel({ shift, now, editable, onAct }: Props) {
  const { t } = useTranslation(['duty', 'signs']);
  const { busy, problem, run } = useWrite(null);
  const { id, name, post, phone, startsAt, endsAt, source, absent } = shift;
  const phase = phaseOf(shift, now);
  const checkIn = (): void => void run('checkIn', { params: { id } }, t('duty:done.checkedIn'), touchDuty);
  return (
    <section data-testid="duty-shift-panel">
      <h2>
        {t('duty:panel.shift')} · {t(`duty:source.${source}`)}
      </h2>
      <p>
        <b>{name}</b> <span className="quiet">{t(`signs:post.${post}`)}</span> <span className="num">{phone}</span>
      </p>
      <p className="num">
        {shortTime(startsAt)} – {shortTime(endsAt)}
      </p>
      {phase !== 'ahead' && <CheckSign person={shift} />}
      {absent.map((span) => (
        <p key={span.startsAt} className="near">
          ! {t('duty:onLeave')} {shortTime(span.startsAt)} – {shortTime(span.endsAt)}
        </p>
      ))}
      {problem !== null && (
        <p className="over" role="alert">
          ! {problem}
        </p>
      )}
      {editable && (
        <div className="duty-acts">
          {offersCheckIn(shift, now) && absent.length === 0 && (
            <button type="button" className="btn primary" disabled={busy} onClick={checkIn} data-testid="duty-check-in">
              {t('duty:act.checkIn')}
            </button>
          )}
          {phase !== 'past' && (
            <button
              type="button"
              className="btn"
              onClick={() => onAct({ kind: 'change', shift })}
              data-testid="duty-change"
            >
              {t(phase === 'running' ? 'duty:act.takeOver' : 'duty:act.change')}
            </button>
          )}
          {phase === 'ahead' && (
            <>
              <button
                type="button"
                className="btn"
                onClick={() => onAct({ kind: 'swap', shift })}
                data-testid="duty-swap"
              >
                {t('duty:act.swap')}
              </button>
              <button
                type="button"
                className="btn danger"
                onClick={() => onAct({ kind: 'remove', shift })}
                data-testid="duty-remove"
              >
                {t('duty:act.remove')}
              </button>
            </>
          )}
          {phase !== 'ahead' && (
            <button
              type="button"
              className="btn"
              onClick={() => onAct({ kind: 'handover', shift })}
              data-testid="duty-handover"
            >
              {t('duty:act.handover')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
