import { AddMember, EditMember } from '@liandong/shared/register';
import { SPECIALTY_WORDS } from '@liandong/shared/specialty';
import { type MemberView, type MorePhone, POSTS, type Post, type TeamDetail } from '@liandong/shared/team';
import { Alert, Drawer, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuid } from '../../ui/uuid';
import { Field } from '../settings/Field';
import { SaveButton } from '../settings/SaveButton';
import { PhonesField } from './PhonesField';
import { useRegisterSave } from './use-register-save';
import { useSpecialty } from './words';

const FORM = 'member-form';

interface Draft {
  name: string;
  post: Post;
  formerCommanderPost: Exclude<Post, 'commander'>;
  phones: MorePhone[];
  specialty: string | null;
  note: string;
  reason: string;
}

const begin = (member: MemberView | null): Draft => ({
  name: member?.name ?? '',
  post: member?.post ?? 'member',
  formerCommanderPost: 'deputy',
  phones: [{ phone: member?.phone ?? '', label: '' }, ...(member?.morePhones ?? [])],
  specialty: member?.specialty ?? null,
  note: member?.note ?? '',
  reason: '',
});

interface PostProps {
  draft: Pick<Draft, 'post' | 'formerCommanderPost'>;
  change: (part: Partial<Draft>) => void;
  /** The commander whose post is taken; null: it is vacant, or his own. */
  former: MemberView | null;
}

/** The post; whoever becomes commander says what the one before is from then on. */
export function PostFields({ draft, change, former }: PostProps) {
  const { t } = useTranslation(['register', 'signs']);
  const options = POSTS.map((value) => ({ value, label: t(`signs:post.${value}`) }));
  return (
    <>
      <Field label={t('register:field.post')}>
        {(id) => (
          <Select
            id={id}
            value={draft.post}
            onChange={(post) => change({ post })}
            options={options}
            data-testid="member-post"
          />
        )}
      </Field>
      {draft.post === 'commander' && former !== null && (
        <Field label={t('register:member.formerCommander', { name: former.name })}>
          {(id) => (
            <Select
              id={id}
              value={draft.formerCommanderPost}
              onChange={(formerCommanderPost) => change({ formerCommanderPost })}
              options={options.filter(({ value }) => value !== 'commander')}
              data-testid="member-former"
            />
          )}
        </Field>
      )}
    </>
  );
}

function Rest({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation('register');
  const specialty = useSpecialty();
  return (
    <>
      <Field label={t('field.specialty')}>
        {(id) => (
          <Select
            id={id}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.specialty}
            onChange={(code: string | undefined) => change({ specialty: code ?? null })}
            options={Object.keys(SPECIALTY_WORDS).map((value) => ({ value, label: specialty(value) }))}
          />
        )}
      </Field>
      <Field label={t('field.note')}>
        {(id) => (
          <Input id={id} value={draft.note} maxLength={300} onChange={(e) => change({ note: e.target.value })} />
        )}
      </Field>
      <Field label={t('why')}>
        {(id) => (
          <Input
            id={id}
            value={draft.reason}
            maxLength={500}
            onChange={(e) => change({ reason: e.target.value })}
            data-testid="register-reason"
          />
        )}
      </Field>
    </>
  );
}

interface Props {
  team: TeamDetail;
  /** Who is edited; null: somebody new. */
  member: MemberView | null;
  onClose: () => void;
}

function useMemberSave(team: TeamDetail, member: MemberView | null, onClose: () => void) {
  const [clientId] = useState(uuid);
  const adding = useRegisterSave('addMember', onClose);
  const editing = useRegisterSave('editMember', onClose);
  const save = (content: Omit<Draft, 'formerCommanderPost'> & Partial<Pick<Draft, 'formerCommanderPost'>>): void => {
    if (member === null) adding.save({ params: { code: team.code }, body: { ...content, clientId } });
    else editing.save({ params: { id: member.id }, body: { ...content, baseVersion: member.version } });
  };
  return { save, clientId, busy: adding.busy || editing.busy, problem: adding.problem ?? editing.problem };
}

/** A member: who he is, what he is in the team, how he is reached. */
export function MemberForm({ team, member: given, onClose }: Props) {
  const { t } = useTranslation('register');
  // As it was when the form was opened: a change by somebody else meanwhile must be noticed, not adopted.
  const [member] = useState(given);
  const [draft, setDraft] = useState(() => begin(member));
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const { save, clientId, busy, problem } = useMemberSave(team, member, onClose);
  const former = team.members.find((one) => one.post === 'commander' && one.id !== member?.id) ?? null;
  const { formerCommanderPost, ...rest } = draft;
  const content = { ...rest, ...(draft.post === 'commander' && former ? { formerCommanderPost } : {}) };
  const ready = member
    ? EditMember.safeParse({ ...content, baseVersion: member.version }).success
    : AddMember.safeParse({ ...content, clientId }).success;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) save(content);
  };
  const known = [...team.members, ...team.formerMembers].find((one) => one.id === member?.id);
  return (
    <Drawer
      open
      size={620}
      onClose={onClose}
      title={`${t(member ? 'member.edit' : 'member.add')} · ${team.shortName}`}
      extra={<SaveButton form={FORM} ready={ready} busy={busy} />}
    >
      <form id={FORM} className="setting-form" onSubmit={submit} data-testid="member-form">
        {problem !== null && <Alert type="error" showIcon title={t('refused')} description={problem} />}
        <Field label={t('field.memberName')}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              value={draft.name}
              maxLength={40}
              onChange={(e) => change({ name: e.target.value })}
              data-testid="member-name"
            />
          )}
        </Field>
        <PostFields draft={draft} change={change} former={former} />
        <PhonesField
          phones={draft.phones}
          onChange={(phones) => change({ phones })}
          verified={known?.verified ?? []}
          saved={known ? [known.phone, ...known.morePhones.map((more) => more.phone)] : []}
          memberId={member?.id ?? null}
        />
        <Rest draft={draft} change={change} />
      </form>
    </Drawer>
  );
}
