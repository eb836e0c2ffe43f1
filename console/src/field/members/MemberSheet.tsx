import { AddMember, EditMember, type TeamRegister } from '@liandong/shared/register';
import { type MemberView, POSTS, type Post } from '@liandong/shared/team';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { swapped } from '../../features/register/phones.rules';
import { uuid } from '../../ui/uuid';
import { Send } from '../Send';
import { Sheet } from '../Sheet';
import { LeavePart } from './LeavePart';
import { useChange } from './own-team';

interface Draft {
  name: string;
  post: Post;
  phones: { phone: string; label: string }[];
  note: string;
}
type Change = (part: Partial<Draft>) => void;
/** The contract's most. */
const MOST = 6;

const begin = (member: MemberView | null): Draft => ({
  name: member?.name ?? '',
  post: member?.post ?? 'member',
  phones: [{ phone: member?.phone ?? '', label: '' }, ...(member?.morePhones ?? [])],
  note: member?.note ?? '',
});

function Phones({ phones, change }: { phones: Draft['phones']; change: Change }) {
  const { t } = useTranslation('register');
  const write = (index: number, phone: string): void =>
    change({ phones: phones.map((one, at) => (at === index ? { ...one, phone } : one)) });
  return (
    <fieldset className="member-phones">
      <legend>{t('phones.heading')}</legend>
      {phones.map(({ phone }, index) => (
        <div key={index}>
          <input
            className="field num"
            type="tel"
            maxLength={20}
            aria-label={t('phones.number', { n: index + 1 })}
            placeholder={t('phones.number', { n: index + 1 })}
            value={phone}
            onChange={(event) => write(index, event.target.value)}
            data-testid={`member-phone-${index}`}
          />
          <button
            type="button"
            className="icon-button"
            disabled={index === 0}
            aria-label={t('phones.up')}
            onClick={() => change({ phones: swapped(phones, index, -1) ?? phones })}
          >
            ↑
          </button>
          <button
            type="button"
            className="icon-button"
            disabled={phones.length === 1}
            aria-label={t('phones.remove')}
            onClick={() => change({ phones: phones.filter((_, at) => at !== index) })}
          >
            ✕
          </button>
        </div>
      ))}
      <button
        type="button"
        className="small"
        disabled={phones.length >= MOST}
        onClick={() => change({ phones: [...phones, { phone: '', label: '' }] })}
        data-testid="member-phone-add"
      >
        + {t('phones.add')}
      </button>
    </fieldset>
  );
}

interface PostProps {
  post: Post;
  change: Change;
  former: MemberView | null;
  formerPost: Exclude<Post, 'commander'>;
  onFormer: (post: Exclude<Post, 'commander'>) => void;
}

function PostChoice({ post, change, former, formerPost, onFormer }: PostProps) {
  const { t } = useTranslation(['register', 'signs']);
  return (
    <>
      <label className="block">
        {t('register:field.post')}
        <select
          className="field"
          value={post}
          onChange={(event) => change({ post: event.target.value as Post })}
          data-testid="member-post"
        >
          {POSTS.map((one) => (
            <option key={one} value={one}>
              {t(`signs:post.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {post === 'commander' && former && (
        <label className="block">
          {t('register:member.formerCommander', { name: former.name })}
          <select
            className="field"
            value={formerPost}
            onChange={(event) => onFormer(event.target.value as Exclude<Post, 'commander'>)}
          >
            {POSTS.filter((one) => one !== 'commander').map((one) => (
              <option key={one} value={one}>
                {t(`signs:post.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

interface Props {
  team: TeamRegister;
  /** Who is edited; null: somebody new. */
  member: MemberView | null;
  onClose: () => void;
  onDone: (warnings: string[]) => void;
}

/** A member and his numbers, on the leader's phone. */
export function MemberSheet({ team, member: given, onClose, onDone }: Props) {
  const { t } = useTranslation('register');
  const [member] = useState(given);
  const [clientId] = useState(uuid);
  const [draft, setDraft] = useState(() => begin(member));
  const [formerPost, setFormerPost] = useState<Exclude<Post, 'commander'>>('deputy');
  const change: Change = (part) => setDraft((before) => ({ ...before, ...part }));
  const { change: save, busy, problem } = useChange(team.code, onDone);
  const former = team.members.find((one) => one.post === 'commander' && one.id !== member?.id) ?? null;
  const content = {
    ...draft,
    ...(draft.post === 'commander' && former ? { formerCommanderPost: formerPost } : {}),
  };
  const added = AddMember.safeParse({ ...content, clientId });
  const edited = EditMember.safeParse({ ...content, baseVersion: member?.version ?? 1 });
  const submit = (): void => {
    if (member) void save(() => call('editMember', { params: { id: member.id }, body: edited.data! }));
    else void save(() => call('addMember', { params: { code: team.code }, body: added.data! }));
  };
  return (
    <Sheet title={t(member ? 'field_app.edit' : 'field_app.add')} onClose={onClose}>
      <div className="stack" data-testid="member-sheet">
        <label className="block">
          {t('field.memberName')}
          <input
            className="field"
            maxLength={40}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
            data-testid="member-name"
          />
        </label>
        <PostChoice
          post={draft.post}
          change={change}
          former={former}
          formerPost={formerPost}
          onFormer={setFormerPost}
        />
        <Phones phones={draft.phones} change={change} />
        <label className="block">
          {t('field.note')}
          <input
            className="field"
            maxLength={300}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        </label>
        <Send
          word={t('save')}
          ready={member ? edited.success : added.success}
          busy={busy}
          problem={problem}
          testid="member-save"
          onSend={submit}
        />
        {member && <LeavePart team={team} member={member} onDone={onDone} />}
      </div>
    </Sheet>
  );
}
