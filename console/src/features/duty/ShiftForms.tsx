import type { ShiftView } from '@liandong/shared/duty';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../ui/clock';
import { ActForm } from '../desk/acts/ActForm';
import { useWrite } from '../desk/use-write';
import { CountyTime, fromField, toField } from './CountyTime';
import { phaseOf, shortTime } from './duty.rules';
import { MemberSelect } from './MemberSelect';
import { type Calendar, touchDuty } from './use-duty';

const HOUR_MS = 3_600_000;

interface Props {
  calendar: Calendar;
  onClose: () => void;
}

/** 加班次 */
export function ShiftForm({ calendar, startsAt, endsAt, onClose }: Props & { startsAt?: string; endsAt?: string }) {
  const { t } = useTranslation('duty');
  const { teamCode, teamShortName, members } = calendar;
  const [memberId, setMember] = useState(members[0]?.memberId ?? '');
  const [from, setFrom] = useState(toField(startsAt ?? Math.ceil(serverNow() / HOUR_MS) * HOUR_MS));
  const [to, setTo] = useState(toField(endsAt ?? Math.ceil(serverNow() / HOUR_MS) * HOUR_MS + 12 * HOUR_MS));
  const [checkIn, setCheckIn] = useState(true);
  const { busy, problem, clientId, run } = useWrite(null);
  const [start, end] = [fromField(from), fromField(to)];
  const submit = async (): Promise<void> => {
    const body = { teamCode, memberId, startsAt: start!, endsAt: end!, checkIn, clientId: clientId.current };
    if (await run('addShift', { body }, t('done.shift'), touchDuty)) onClose();
  };
  return (
    <ActForm
      title={t('form.shift', { team: teamShortName })}
      submit={t('act.save')}
      ready={memberId !== '' && start !== null && end !== null && start < end}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <MemberSelect
        label={t('form.member')}
        members={members}
        value={memberId}
        onChange={setMember}
        first
        testid="shift-member"
      />
      <div className="row">
        <CountyTime label={t('form.startsAt')} value={from} onChange={setFrom} testid="shift-from" />
        <CountyTime label={t('form.endsAt')} value={to} onChange={setTo} testid="shift-to" />
      </div>
      <label className="check">
        <input type="checkbox" checked={checkIn} onChange={(event) => setCheckIn(event.target.checked)} />
        {t('form.checkIn')}
      </label>
    </ActForm>
  );
}

/** 改班次: one that runs is taken over from now on. */
export function ChangeForm({ calendar, shift, onClose }: Props & { shift: ShiftView }) {
  const { t } = useTranslation('duty');
  const runs = phaseOf(shift, serverNow()) === 'running';
  const [memberId, setMember] = useState(shift.memberId);
  const [from, setFrom] = useState(toField(shift.startsAt));
  const [to, setTo] = useState(toField(shift.endsAt));
  const [reason, setReason] = useState('');
  const { busy, problem, clientId, run } = useWrite(null);
  const [start, end] = [fromField(from), fromField(to)];
  // A field shows minutes: what was not touched stays as it was, to the second.
  const moved = (field: string, was: string) => (field === toField(was) ? {} : fromField(field));
  const submit = async (): Promise<void> => {
    const [newStart, newEnd] = [moved(from, shift.startsAt), moved(to, shift.endsAt)];
    const body = {
      memberId,
      ...(typeof newStart === 'string' && !runs ? { startsAt: newStart } : {}),
      ...(typeof newEnd === 'string' ? { endsAt: newEnd } : {}),
      reason: reason.trim(),
      clientId: clientId.current,
    };
    if (await run('changeShift', { params: { id: shift.id }, body }, t('done.changed'), touchDuty)) onClose();
  };
  const changed = memberId !== shift.memberId || from !== toField(shift.startsAt) || to !== toField(shift.endsAt);
  return (
    <ActForm
      title={t('form.change', { name: shift.name, from: shortTime(shift.startsAt) })}
      submit={t('act.save')}
      ready={changed && reason.trim().length >= 2 && start !== null && end !== null && start < end}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {runs && <p className="hint">{t('form.runningHint')}</p>}
      <MemberSelect
        label={t('form.member')}
        members={calendar.members}
        value={memberId}
        onChange={setMember}
        first
        testid="change-member"
      />
      <div className="row">
        <CountyTime label={t('form.startsAt')} value={from} onChange={setFrom} disabled={runs} />
        <CountyTime label={t('form.endsAt')} value={to} onChange={setTo} />
      </div>
      <ReasonInput value={reason} onChange={setReason} />
    </ActForm>
  );
}

export function ReasonInput({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('duty');
  return (
    <label>
      {t('form.reason')}
      <input
        className="field"
        value={value}
        maxLength={200}
        placeholder={t('form.reasonHint')}
        onChange={(event) => onChange(event.target.value)}
        data-testid="duty-reason"
      />
    </label>
  );
}
