import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../ui/clock';
import { ActForm } from '../desk/acts/ActForm';
import { useWrite } from '../desk/use-write';
import { CountyTime, fromField, toField } from './CountyTime';
import { MemberSelect } from './MemberSelect';
import { ReasonInput } from './ShiftForms';
import { type Calendar, touchDuty } from './use-duty';

const HOUR_MS = 3_600_000;

/** 请假: from when to when, and who covers; without a cover the gap shows. */
export function LeaveForm({ calendar, onClose }: { calendar: Calendar; onClose: () => void }) {
  const { t } = useTranslation('duty');
  const { teamCode, teamShortName, members } = calendar;
  const now = Math.ceil(serverNow() / HOUR_MS) * HOUR_MS;
  const [memberId, setMember] = useState(members[0]?.memberId ?? '');
  const [coverId, setCover] = useState('');
  const [from, setFrom] = useState(toField(now));
  const [to, setTo] = useState(toField(now + 24 * HOUR_MS));
  const [reason, setReason] = useState('');
  const { busy, problem, clientId, run } = useWrite(null);
  const [start, end] = [fromField(from), fromField(to)];
  const submit = async (): Promise<void> => {
    const span = { startsAt: start!, endsAt: end! };
    const body = {
      teamCode,
      memberId,
      coverId: coverId || null,
      ...span,
      reason: reason.trim(),
      clientId: clientId.current,
    };
    if (await run('takeLeave', { body }, t('done.leave'), touchDuty)) onClose();
  };
  return (
    <ActForm
      title={t('form.leave', { team: teamShortName })}
      submit={t('act.save')}
      ready={memberId !== '' && reason.trim().length >= 2 && start !== null && end !== null && start < end}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <MemberSelect
        label={t('form.who')}
        members={members}
        value={memberId}
        onChange={setMember}
        first
        testid="leave-member"
      />
      <div className="row">
        <CountyTime label={t('form.startsAt')} value={from} onChange={setFrom} testid="leave-from" />
        <CountyTime label={t('form.endsAt')} value={to} onChange={setTo} testid="leave-to" />
      </div>
      <MemberSelect
        label={t('form.cover')}
        members={members.filter((member) => member.memberId !== memberId)}
        value={coverId}
        onChange={setCover}
        nobody={t('form.noCover')}
        testid="leave-cover"
      />
      <ReasonInput value={reason} onChange={setReason} />
    </ActForm>
  );
}
