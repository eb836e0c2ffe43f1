import type { AccountRow, IssuedLogin } from '@liandong/shared/county-set-up';
import { Alert, Button, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { ReasonDialog } from '../../ui/ReasonDialog';

const fits = ({ username, displayName }: AccountRow, words: string): boolean =>
  `${username} ${displayName}`.toLowerCase().includes(words.trim().toLowerCase());

/** Who may sign in; whoever lost his slip is given a new password. */
export function AccountList({ onIssued }: { onIssued: (login: IssuedLogin) => void }) {
  const { t } = useTranslation(['county', 'app']);
  const { data } = useAnswer('listAccounts', undefined, { staleTime: 0 });
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState<AccountRow | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const renew = (reason: string): void => {
    if (asked === null) return;
    setProblem(null);
    call('renewPassword', { params: { username: asked.username }, body: { reason } }).then(onIssued, (error: unknown) =>
      setProblem(problemText(error, t('app:offline'))),
    );
  };
  return (
    <section className="no-print">
      <h3>{t('county:accountList')}</h3>
      <Input
        allowClear
        style={{ width: 260 }}
        placeholder={t('county:findAccount')}
        aria-label={t('county:findAccount')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        data-testid="account-find"
      />
      {problem !== null && <Alert type="error" showIcon title={problem} role="alert" />}
      <Table<AccountRow>
        size="small"
        rowKey="username"
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={(data?.items ?? []).filter((one) => fits(one, words))}
        columns={[
          { title: t('county:username'), dataIndex: 'username' },
          { title: t('county:displayName'), dataIndex: 'displayName' },
          {
            title: t('county:role'),
            dataIndex: 'role',
            render: (role: 'admin' | 'team') => t(`app:role.${role}`),
          },
          {
            title: <span className="visually-hidden">{t('county:newPassword')}</span>,
            width: 130,
            render: (_, account) => (
              <Button size="small" onClick={() => setAsked(account)} data-testid={`renew-${account.username}`}>
                {t('county:newPassword')}
              </Button>
            ),
          },
        ]}
      />
      {asked !== null && (
        <ReasonDialog
          title={t('county:newPasswordTitle', { name: `${asked.username} ${asked.displayName}` })}
          label={t('county:newPasswordReason')}
          onDone={renew}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
