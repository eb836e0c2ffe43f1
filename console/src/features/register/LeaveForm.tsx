import { MoveMember, RetireMember } from '@liandong/shared/register';
import type { MemberView, Post, TeamDetail } from '@liandong/shared/team';
import { Alert, Drawer, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { Field } from '../settings/Field';
import { SaveButton } from '../settings/SaveButton';
import { PostFields } from './MemberForm';
import { useRegisterSave } from './use-register-save';

const FORM = 'leave-form';

interface Draft {
  teamCode: string;
  post: Post;
  formerCommanderPost: Exclude<Post, 'commander'>;
  successorId: string;
  reason: string;
}
interface Props {
  team: TeamDetail;
  member: MemberView;
  /** For good, or to another team. */
  how: 'leave' | 'move';
  onClose: () => void;
}
type Change = (part: Partial<Draft>) => void;

/** Another team; its own commander is asked about when the newcomer takes his post. */
function Where({ draft, change, team }: { draft: Draft; change: Change; team: TeamDetail }) {
  const { t } = useTranslation('register');
  const { data } = useAnswer('listTeams', { query: {} });
  const { data: other } = useAnswer(
    'getTeam',
    { params: { code: draft.teamCode } },
    { enabled: draft.teamCode !== '' },
  );
  const former = other?.members.find((one) => one.post === 'commander') ?? null;
  return (
    <>
      <Field label={t('member.toTeam')}>
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.teamCode || undefined}
            onChange={(teamCode) => change({ teamCode })}
            options={(data?.items ?? [])
              .filter(({ code }) => code !== team.code)
              .map(({ code, shortName }) => ({ value: code, label: `${code} ${shortName}` }))}
            data-testid="move-team"
          />
        )}
      </Field>
      <PostFields draft={draft} change={change} former={former} />
    </>
  );
}

function Successor({ draft, change, team, member }: { draft: Draft; change: Change } & Pick<Props, 'team' | 'member'>) {
  const { t } = useTranslation(['register', 'signs']);
  const others = team.members.filter((one) => one.id !== member.id);
  return (
    <Field label={t('register:member.successor')}>
      {(id) => (
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.successorId}
          onChange={(successorId) => change({ successorId })}
          options={[
            { value: '', label: t('register:member.noSuccessor') },
            ...others.map((one) => ({ value: one.id, label: `${one.name} ${t(`signs:post.${one.post}`)}` })),
          ]}
          data-testid="leave-successor"
        />
      )}
    </Field>
  );
}

/** Somebody leaves the team; a commander names who follows, or leaves a gap everybody sees. */
export function LeaveForm({ team, member, how, onClose }: Props) {
  const { t } = useTranslation('register');
  const [draft, setDraft] = useState<Draft>({
    teamCode: '',
    post: 'member',
    formerCommanderPost: 'deputy',
    successorId: '',
    reason: '',
  });
  const change: Change = (part) => setDraft((before) => ({ ...before, ...part }));
  const leaving = useRegisterSave('retireMember', onClose);
  const moving = useRegisterSave('moveMember', onClose);
  const { teamCode, post, formerCommanderPost, successorId, reason } = draft;
  const leave = { reason, ...(successorId ? { successorId } : {}) };
  const move = { ...leave, teamCode, post, ...(post === 'commander' ? { formerCommanderPost } : {}) };
  const ready = how === 'leave' ? RetireMember.safeParse(leave).success : MoveMember.safeParse(move).success;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    if (how === 'leave') leaving.save({ params: { id: member.id }, body: leave });
    else moving.save({ params: { id: member.id }, body: move });
  };
  const problem = leaving.problem ?? moving.problem;
  return (
    <Drawer
      open
      size={520}
      onClose={onClose}
      title={t(how === 'leave' ? 'member.leaveTitle' : 'member.moveTitle', { name: member.name })}
      extra={<SaveButton form={FORM} ready={ready} busy={leaving.busy || moving.busy} />}
    >
      <form id={FORM} className="setting-form" onSubmit={submit} data-testid="leave-form">
        {problem !== null && <Alert type="error" showIcon title={t('refused')} description={problem} />}
        {how === 'move' && <Where draft={draft} change={change} team={team} />}
        {member.post === 'commander' && <Successor draft={draft} change={change} team={team} member={member} />}
        <Field label={t('reason')}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              value={reason}
              maxLength={500}
              onChange={(e) => change({ reason: e.target.value })}
              data-testid="register-reason"
            />
          )}
        </Field>
      </form>
    </Drawer>
  );
}
