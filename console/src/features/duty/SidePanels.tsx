import type { HandoverView, LeaveView, RotationView, SwapView } from '@liandong/shared/duty';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../desk/use-write';
import { clockOf } from '../settings/county.rules';
import { shortTime } from './duty.rules';
import { type Act, type Calendar, touchDuty } from './use-duty';

interface Props {
  calendar: Calendar;
  editable: boolean;
  now: number;
  onAct: (act: Act) => void;
}

/** Beside the month: rotations, swaps, leave, handover, and what is not covered. */
export function SidePanels({ calendar, editable, now, onAct }: Props) {
  const { t } = useTranslation('duty');
  const { rotations, swaps, leaves, handovers, members } = calendar;
  const present = leaves.filter(({ endsAt }) => Date.parse(endsAt) > now);
  const nameOf = (id: string): string => members.find(({ memberId }) => memberId === id)?.name ?? '—';
  return (
    <>
      <section>
        <h2>{t('panel.rotations')}</h2>
        {rotations.length === 0 && <p className="faint">{t('panel.noRotations')}</p>}
        <ul>
          {rotations.map((rotation) => (
            <Rotation key={rotation.id} {...{ rotation, nameOf, editable, onAct }} />
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('panel.swaps')}</h2>
        {swaps.length === 0 && <p className="faint">{t('panel.none')}</p>}
        <ul>
          {swaps.slice(0, 6).map((swap) => (
            <Swap key={swap.id} swap={swap} editable={editable} />
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('panel.leaves')}</h2>
        {present.length === 0 && <p className="faint">{t('panel.none')}</p>}
        <ul>
          {present.map((leave) => (
            <Leave key={leave.id} leave={leave} editable={editable} />
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('panel.handovers')}</h2>
        {handovers.length === 0 && <p className="faint">{t('panel.none')}</p>}
        <ul>
          {handovers.slice(0, 5).map((handover) => (
            <Handover key={handover.id} {...{ handover, editable, onAct }} />
          ))}
        </ul>
      </section>
    </>
  );
}

interface RotationProps {
  rotation: RotationView;
  nameOf: (id: string) => string;
  editable: boolean;
  onAct: (act: Act) => void;
}

function Rotation({ rotation, nameOf, editable, onAct }: RotationProps) {
  const { t } = useTranslation('duty');
  const { id, startMinutes, hours, memberIds, weekdays, firstDay, lastDay, endsAt } = rotation;
  const people = memberIds.map(nameOf).join(' → ');
  const days =
    weekdays.length === 7
      ? t('rotation.daily')
      : t('rotation.days', { days: weekdays.map((day) => t(`weekday.d${day as 1}`)).join('') });
  return (
    <li>
      <span>
        {days} {t('rotation.line', { times: startMinutes.map(clockOf).join(' '), hours, people })}
      </span>{' '}
      <small className="faint num">
        {t('rotation.from', { day: firstDay })}
        {(endsAt ?? lastDay) && ` ${t('rotation.until', { day: endsAt ? shortTime(endsAt) : lastDay })}`}
      </small>
      {editable && endsAt === null && (
        <div className="duty-acts">
          <button
            type="button"
            className="btn"
            onClick={() => onAct({ kind: 'rotation', replaces: id })}
            data-testid="rotation-replace"
          >
            {t('act.replace')}
          </button>
          <button
            type="button"
            className="btn danger"
            onClick={() => onAct({ kind: 'endRotation', id })}
            data-testid="rotation-end"
          >
            {t('act.end')}
          </button>
        </div>
      )}
    </li>
  );
}

export function Swap({ swap, editable }: { swap: SwapView; editable: boolean }) {
  const { t } = useTranslation('duty');
  const { busy, problem, run } = useWrite(null);
  const { id, state, mine, other, note, askedBy } = swap;
  const answer = (agree: boolean): void => {
    const request = { params: { id }, body: { agree, memberId: other.memberId } };
    void run('answerSwap', request, t(agree ? 'done.agreed' : 'done.refused')).finally(touchDuty);
  };
  const withdraw = (): void => void run('withdrawSwap', { params: { id } }, t('done.withdrawn')).finally(touchDuty);
  const line = {
    mine: mine.name,
    mineAt: shortTime(mine.startsAt),
    other: other.name,
    otherAt: shortTime(other.startsAt),
  };
  return (
    <li data-testid="duty-swap-row">
      <span>{t('swapLine', line)}</span>
      <br />
      <small className="quiet">
        {t(`swapState.${state}`)} · {t('asked', { by: askedBy })} {note}
      </small>
      {problem !== null && (
        <p className="over" role="alert">
          ! {problem}
        </p>
      )}
      {editable && state === 'requested' && (
        <div className="duty-acts">
          <small className="faint">{t('form.consent', { name: other.name })}</small>
          <button type="button" className="btn" disabled={busy} onClick={() => answer(true)} data-testid="swap-agree">
            {t('act.agree')}
          </button>
          <button type="button" className="btn" disabled={busy} onClick={() => answer(false)} data-testid="swap-refuse">
            {t('act.refuse')}
          </button>
          <button type="button" className="btn ghost" disabled={busy} onClick={withdraw} data-testid="swap-withdraw">
            {t('act.withdraw')}
          </button>
        </div>
      )}
    </li>
  );
}

export function Leave({ leave, editable }: { leave: LeaveView; editable: boolean }) {
  const { t } = useTranslation('duty');
  const { busy, problem, run } = useWrite(null);
  const { id, name, startsAt, endsAt, reason, coverName, withdrawnAt } = leave;
  const end = (): void => void run('endLeave', { params: { id } }, t('done.leaveEnded'), touchDuty);
  return (
    <li data-testid="duty-leave-row">
      <span>{t('leaveLine', { name, from: shortTime(startsAt), to: shortTime(endsAt) })}</span> {reason}
      <br />
      <small className={coverName ? 'quiet' : 'near'}>
        {withdrawnAt ? t('withdrawn') : coverName ? t('covered', { name: coverName }) : t('uncovered')}
      </small>
      {problem !== null && <p className="over">! {problem}</p>}
      {editable && withdrawnAt === null && (
        <div className="duty-acts">
          <button type="button" className="btn" disabled={busy} onClick={end} data-testid="leave-end">
            {t('act.endLeave')}
          </button>
        </div>
      )}
    </li>
  );
}

function Handover({
  handover,
  editable,
  onAct,
}: {
  handover: HandoverView;
  editable: boolean;
  onAct: (act: Act) => void;
}) {
  const { t } = useTranslation('duty');
  const { id, outgoing, writtenAt, note, openPoints, confirmedMember, confirmedAt } = handover;
  return (
    <li>
      <span className="quiet">{t('handoverBy', { outgoing, time: shortTime(writtenAt) })}</span>
      <p>{note}</p>
      {openPoints.map((point) => (
        <p key={point}>□ {point}</p>
      ))}
      {confirmedAt ? (
        <small className="met">{t('confirmedBy', { name: confirmedMember, time: shortTime(confirmedAt) })}</small>
      ) : (
        <div className="duty-acts">
          <small className="near">{t('unconfirmed')}</small>
          {editable && (
            <button
              type="button"
              className="btn"
              onClick={() => onAct({ kind: 'confirm', id })}
              data-testid="handover-confirm"
            >
              {t('act.confirm')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}
