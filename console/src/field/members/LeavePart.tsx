import type { TeamRegister } from '@liandong/shared/register';
import type { MemberView } from '@liandong/shared/team';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { useChange } from './own-team';

interface Props {
  team: TeamRegister;
  member: MemberView;
  onDone: (warnings: string[]) => void;
}
/** The contract's shortest reason. */
const SHORTEST = 2;

/** Somebody leaves: asked for a reason, of the commander for who follows. */
export function LeavePart({ team, member, onDone }: Props) {
  const { t } = useTranslation(['register', 'signs']);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [successorId, setSuccessor] = useState('');
  const { change, busy, problem } = useChange(team.code, onDone);
  if (!asking)
    return (
      <button type="button" className="small danger" onClick={() => setAsking(true)} data-testid="member-leave">
        {t('register:field_app.leave')}
      </button>
    );
  const body = { reason: reason.trim(), ...(successorId ? { successorId } : {}) };
  return (
    <>
      {member.post === 'commander' && (
        <label className="block">
          {t('register:member.successor')}
          <select className="field" value={successorId} onChange={(event) => setSuccessor(event.target.value)}>
            <option value="">{t('register:member.noSuccessor')}</option>
            {team.members
              .filter((one) => one.id !== member.id)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name} {t(`signs:post.${one.post}`)}
                </option>
              ))}
          </select>
        </label>
      )}
      <label className="block">
        {t('register:reason')}
        <input
          className="field"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          data-testid="member-leave-reason"
        />
      </label>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button
        type="button"
        className="small danger"
        disabled={busy || body.reason.length < SHORTEST}
        onClick={() => void change(() => call('retireMember', { params: { id: member.id }, body }))}
        data-testid="member-leave-confirm"
      >
        {t('register:field_app.leaveConfirm')}
      </button>
    </>
  );
}
