import type { ShiftView } from '@liandong/shared/duty';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../ui/clock';
import { ActForm } from '../desk/acts/ActForm';
import { useWrite } from '../desk/use-write';
import { phaseOf, shortTime } from './duty.rules';
import { type Calendar, touchDuty } from './use-duty';

/** 换班: with which shift of somebody else. */
export function SwapForm({ calendar, shift, onClose }: { calendar: Calendar; shift: ShiftView; onClose: () => void }) {
  const { t } = useTranslation('duty');
  const now = serverNow();
  const others = calendar.shifts.filter(
    (other) => other.memberId !== shift.memberId && phaseOf(other, now) === 'ahead' && other.absent.length === 0,
  );
  const [otherShiftId, setOther] = useState(others[0]?.id ?? '');
  const [note, setNote] = useState('');
  const { busy, problem, clientId, run } = useWrite(null);
  const submit = async (): Promise<void> => {
    const body = { shiftId: shift.id, otherShiftId, note: note.trim(), clientId: clientId.current };
    if (await run('askSwap', { body }, t('done.asked'), touchDuty)) onClose();
  };
  return (
    <ActForm
      title={t('form.swap', { name: shift.name, from: shortTime(shift.startsAt) })}
      submit={t('act.ask')}
      ready={otherShiftId !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <label>
        {t('form.other')}
        <select
          className="field"
          data-first-focus
          value={otherShiftId}
          onChange={(event) => setOther(event.target.value)}
          data-testid="swap-other"
        >
          {others.length === 0 && <option value="">{t('form.noOther')}</option>}
          {others.map(({ id, name, startsAt, endsAt }) => (
            <option key={id} value={id}>
              {name} {shortTime(startsAt)} – {shortTime(endsAt)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('form.note')}
        <input className="field" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <p className="hint">{t('form.swapHint')}</p>
    </ActForm>
  );
}
