import type { DutyCalendar, HandoverView, SwapView } from '@liandong/shared/duty';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { phaseOf, shortTime } from '../../features/duty/duty.rules';
import { useDutyAct } from './duty';

/** What waits for a word: gaps, swaps, handovers, leave. */
export function DutyPapers({ calendar, now }: { calendar: DutyCalendar; now: number }) {
  const { t } = useTranslation('duty');
  const { gaps, swaps, handovers, leaves } = calendar;
  const open = swaps.filter(({ state }) => state === 'requested');
  const unconfirmed = handovers.filter(({ confirmedAt }) => confirmedAt === null);
  const away = leaves.filter((leave) => leave.withdrawnAt === null && phaseOf(leave, now) !== 'past');
  return (
    <>
      {gaps.length > 0 && <h2>{t('field.gaps')}</h2>}
      {gaps.map(({ startsAt, endsAt }) => (
        <p key={startsAt} className="duty-line over" data-testid="field-duty-gap">
          {t('gapLine', { from: shortTime(startsAt), to: shortTime(endsAt) })}
        </p>
      ))}
      {open.length > 0 && <h2>{t('field.swaps')}</h2>}
      {open.map((swap) => (
        <Swap key={swap.id} swap={swap} />
      ))}
      {unconfirmed.length > 0 && <h2>{t('panel.handovers')}</h2>}
      {unconfirmed.map((handover) => (
        <Handover key={handover.id} handover={handover} calendar={calendar} />
      ))}
      {away.length > 0 && <h2>{t('panel.leaves')}</h2>}
      {away.map(({ id, name, startsAt, endsAt, coverName }) => (
        <p key={id} className="duty-line">
          {t('leaveLine', { name, from: shortTime(startsAt), to: shortTime(endsAt) })}{' '}
          <span className={coverName ? 'quiet' : 'near'}>
            {coverName ? t('covered', { name: coverName }) : t('uncovered')}
          </span>
        </p>
      ))}
    </>
  );
}

function Swap({ swap }: { swap: SwapView }) {
  const { t } = useTranslation('duty');
  const { busy, problem, run } = useDutyAct();
  const { id, mine, other, note } = swap;
  const answer = (agree: boolean) => (): void =>
    void run('answerSwap', { params: { id }, body: { agree, memberId: other.memberId } });
  const line = {
    mine: mine.name,
    mineAt: shortTime(mine.startsAt),
    other: other.name,
    otherAt: shortTime(other.startsAt),
  };
  return (
    <div className="duty-line" data-testid="field-swap">
      <p>
        {t('swapLine', line)} <span className="quiet">{note}</span>
      </p>
      <p className="quiet">{t('form.consent', { name: other.name })}</p>
      {problem !== null && <p className="over">! {problem}</p>}
      <div className="row">
        <button type="button" className="small" disabled={busy} onClick={answer(true)} data-testid="field-swap-agree">
          {t('act.agree')}
        </button>
        <button type="button" className="small" disabled={busy} onClick={answer(false)}>
          {t('act.refuse')}
        </button>
        <button
          type="button"
          className="small"
          disabled={busy}
          onClick={() => void run('withdrawSwap', { params: { id } })}
        >
          {t('act.withdraw')}
        </button>
      </div>
    </div>
  );
}

function Handover({ handover, calendar }: { handover: HandoverView; calendar: DutyCalendar }) {
  const { t } = useTranslation('duty');
  const { busy, problem, run } = useDutyAct();
  const { id, outgoing, shiftEndsAt, note, openPoints } = handover;
  const others = calendar.members.filter(({ name }) => name !== outgoing);
  const next = calendar.shifts.find(({ startsAt, name }) => startsAt >= shiftEndsAt && name !== outgoing);
  const [memberId, setMember] = useState(next?.memberId ?? others[0]?.memberId ?? '');
  return (
    <div className="duty-line" data-testid="field-handover">
      <p>
        <b>{t('field.confirmOf', { outgoing })}</b> {note}
      </p>
      {openPoints.map((point) => (
        <p key={point}>□ {point}</p>
      ))}
      {problem !== null && <p className="over">! {problem}</p>}
      <div className="row">
        <select
          className="field"
          aria-label={t('form.confirm')}
          value={memberId}
          onChange={(event) => setMember(event.target.value)}
        >
          {others.map(({ memberId: value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="small"
          disabled={busy}
          onClick={() => void run('confirmHandover', { params: { id }, body: { memberId } })}
          data-testid="field-handover-confirm"
        >
          {t('act.confirm')}
        </button>
      </div>
    </div>
  );
}
