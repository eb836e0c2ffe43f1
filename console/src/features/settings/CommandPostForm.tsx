import { api } from '@liandong/shared/api';
import type { CommandPost } from '@liandong/shared/incident.acts';
import { Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowEnd } from './RowEnd';
import { useSave } from './use-save';

/** Another person for a post, in its row. */
export function CommandPostForm({ post, onClose }: { post: CommandPost; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const [name, setName] = useState(post.name);
  const [phone, setPhone] = useState(post.phone);
  const [reason, setReason] = useState('');
  const { save, busy, problem } = useSave('editCommandPost', ['listCommandPosts'], onClose);
  const body = api.editCommandPost.body.safeParse({ name, phone, reason }).data;
  const ready = body !== undefined && (body.name !== post.name || body.phone !== post.phone);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) save({ params: { code: post.code }, body });
  };
  return (
    <form className="number-form" onSubmit={submit} data-testid="post-form">
      <Input
        autoFocus
        className="number-basis"
        aria-label={t('posts.name')}
        placeholder={t('posts.name')}
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.target.value)}
        data-testid="post-name"
      />
      <Input
        className="number-basis"
        type="tel"
        aria-label={t('posts.phone')}
        placeholder={t('posts.phone')}
        value={phone}
        maxLength={21}
        onChange={(event) => setPhone(event.target.value)}
        data-testid="post-phone"
      />
      <RowEnd reason={reason} onReason={setReason} ready={ready} busy={busy} problem={problem} onClose={onClose} />
    </form>
  );
}
