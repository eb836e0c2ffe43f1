import type { CommandPost } from '@liandong/shared/incident.acts';
import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { listed } from '../../i18n/punctuation';
import { CommandPostForm } from './CommandPostForm';
import { basisWords } from './words';

/** Who commands at the scene by class of incident; the person of a post is changed in its own row. */
export function CommandPostsTab({ editable }: { editable: boolean }) {
  const { t } = useTranslation(['settings', 'app']);
  const { data, error, isPending } = useAnswer('listCommandPosts');
  const [editing, setEditing] = useState<string | null>(null);
  const close = (): void => setEditing(null);
  const nobody = <span className="quiet">{t('settings:posts.nobody')}</span>;
  return (
    <div className="settings-tab">
      <p className="quiet">
        {t('settings:posts.hint')}
        <br />
        {t('settings:posts.others')}
      </p>
      {error !== null && (
        <Alert type="error" showIcon title={t('settings:failed')} description={problemText(error, t('app:offline'))} />
      )}
      <Table<CommandPost>
        rowKey="code"
        size="small"
        pagination={false}
        loading={isPending && error === null}
        dataSource={data?.items ?? []}
        expandable={{
          expandedRowKeys: editing === null ? [] : [editing],
          showExpandColumn: false,
          expandedRowRender: (post) => <CommandPostForm key={post.code} post={post} onClose={close} />,
        }}
        columns={[
          { title: t('settings:posts.post'), render: (_, { post }) => <b>{post}</b> },
          { title: t('settings:posts.classes'), render: (_, { classes }) => listed(classes) },
          {
            title: t('settings:posts.name'),
            render: (_, { code, name }) => <span data-testid={`post-name-${code}`}>{name || nobody}</span>,
          },
          {
            title: t('settings:posts.phone'),
            render: (_, { phone }) => (phone === '' ? nobody : <span className="num">{phone}</span>),
          },
          { title: t('settings:basis'), width: 180, render: (_, { basis }) => basisWords(basis) },
          {
            title: <span className="visually-hidden">{t('settings:edit')}</span>,
            width: 84,
            hidden: !editable,
            render: (_, { code }) => (
              <Button
                size="small"
                aria-expanded={editing === code}
                onClick={() => setEditing(editing === code ? null : code)}
                data-testid={`post-edit-${code}`}
              >
                {t('settings:edit')}
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}
