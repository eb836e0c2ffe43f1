import type { TeamRegister } from '@liandong/shared/register';
import type { MemberView } from '@liandong/shared/team';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { useChange } from './own-team';
import { ReasonedAct } from './ReasonedAct';

interface Props {
  team: TeamRegister;
  member: MemberView;
  onDone: (warnings: string[]) => void;
}

/** Somebody leaves: asked for a reason, of the commander for who follows. */
export function LeavePart({ team, member, onDone }: Props) {
  const { t } = useTranslation(['register', 'signs']);
  const [successorId, setSuccessor] = useState('');
  const { change, busy, problem } = useChange(team.code, onDone);
  const leave = (reason: string): void => {
    const body = { reason, ...(successorId ? { successorId } : {}) };
    void change(() => call('retireMember', { params: { id: member.id }, body }));
  };
  return (
    <ReasonedAct
      name={t('register:field_app.leave')}
      confirm={t('register:field_app.leaveConfirm')}
      testId="member-leave"
      busy={busy}
      problem={problem}
      onConfirm={leave}
    >
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
    </ReasonedAct>
  );
}
