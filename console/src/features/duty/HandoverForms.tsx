import type { ShiftView } from '@liandong/shared/duty';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActForm } from '../desk/acts/ActForm';
import { useWrite } from '../desk/use-write';
import { shortTime } from './duty.rules';
import { MemberSelect } from './MemberSelect';
import { type Calendar, touchDuty } from './use-duty';

interface Props {
  calendar: Calendar;
  onClose: () => void;
}

/** What the outgoing leaves: what happened, and what stays open, one thing a line. */
export function HandoverForm({ calendar, shift, onClose }: Props & { shift: ShiftView }) {
  const { t } = useTranslation('duty');
  const known = calendar.handovers.find(({ shiftId }) => shiftId === shift.id);
  const [note, setNote] = useState(known?.note ?? '');
  const [points, setPoints] = useState(known?.openPoints.join('\n') ?? '');
  const { busy, problem, run } = useWrite(null);
  const openPoints = points
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const submit = async (): Promise<void> => {
    const request = { params: { id: shift.id }, body: { note: note.trim(), openPoints } };
    if (await run('writeHandover', request, t('done.handover'), touchDuty)) onClose();
  };
  return (
    <ActForm
      title={t('form.handover', { name: shift.name, from: shortTime(shift.startsAt) })}
      submit={t('act.save')}
      ready={note.trim() !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <label>
        {t('form.handoverNote')}
        <textarea
          className="field"
          rows={3}
          maxLength={2000}
          data-first-focus
          value={note}
          onChange={(event) => setNote(event.target.value)}
          data-testid="handover-note"
        />
      </label>
      <label>
        {t('form.openPoints')}
        <textarea className="field" rows={3} value={points} onChange={(event) => setPoints(event.target.value)} />
      </label>
    </ActForm>
  );
}

/** Who takes over; not the outgoing. */
export function ConfirmForm({ calendar, id, onClose }: Props & { id: string }) {
  const { t } = useTranslation('duty');
  const handover = calendar.handovers.find((one) => one.id === id);
  const members = calendar.members.filter(({ name }) => name !== handover?.outgoing);
  const incoming = calendar.shifts.find(
    ({ startsAt, name }) => handover !== undefined && startsAt >= handover.shiftEndsAt && name !== handover.outgoing,
  );
  const [memberId, setMember] = useState(incoming?.memberId ?? members[0]?.memberId ?? '');
  const { busy, problem, run } = useWrite(null);
  const submit = async (): Promise<void> => {
    if (await run('confirmHandover', { params: { id }, body: { memberId } }, t('done.confirmed'), touchDuty)) onClose();
  };
  return (
    <ActForm
      title={t('act.confirm')}
      submit={t('act.confirm')}
      ready={memberId !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{handover?.note}</p>
      <MemberSelect
        label={t('form.confirm')}
        members={members}
        value={memberId}
        onChange={setMember}
        first
        testid="confirm-member"
      />
    </ActForm>
  );
}
