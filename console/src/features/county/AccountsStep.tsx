import type { IssuedLogin, NewAccounts } from '@liandong/shared/county-set-up';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { AccountList } from './AccountList';
import { csvOf } from './issues.rules';
import type { StepProps } from './SetupWizard';
import { saveText } from './save-text';

type Staff = NewAccounts['staff'][number];
const ROLES = ['dispatcher', 'supervisor', 'commander', 'auditor', 'admin'] as const;
const FIRST: Staff[] = [
  { username: 'diaodu1', displayName: '', role: 'dispatcher' },
  { username: 'zhiban1', displayName: '', role: 'supervisor' },
  { username: 'zhihui1', displayName: '', role: 'commander' },
  { username: 'shenji1', displayName: '', role: 'auditor' },
];

/** ⑥ Accounts for the posts and the teams; their passwords are shown once. */
export function AccountsStep({ setup: { counts } }: StepProps) {
  const { t } = useTranslation(['county', 'app']);
  const client = useQueryClient();
  const [staff, setStaff] = useState<Staff[]>(counts.accounts <= 1 ? FIRST : []);
  const [teams, setTeams] = useState(true);
  const [issued, setIssued] = useState<IssuedLogin[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const edit = (index: number, change: Partial<Staff>): void =>
    setStaff(staff.map((row, at) => (at === index ? { ...row, ...change } : row)));
  const issue = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const { items } = await call('issueAccounts', { body: { staff, teams } });
      setIssued([...items, ...issued]);
      setStaff([]);
      await client.invalidateQueries({ queryKey: ['getSetup'] });
      await client.invalidateQueries({ queryKey: ['listAccounts'] });
    } catch (error) {
      setProblem(problemText(error, t('app:offline')));
    } finally {
      setBusy(false);
    }
  };
  const heads = [t('county:username'), t('county:password'), t('county:displayName'), t('county:role')];
  const download = (): void =>
    saveText(
      'accounts.csv',
      csvOf([
        heads,
        ...issued.map((one) => [
          one.username,
          one.password,
          one.displayName,
          t(`app:role.${one.role as Staff['role']}`),
        ]),
      ]),
    );
  return (
    <>
      <p className="no-print">
        {t('county:accountsText', { count: counts.accounts, teams: counts.teamsWithoutAccount })}
      </p>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <div className="no-print">
        {staff.map((row, index) => (
          <div className="row" key={index}>
            <Input
              style={{ width: 160 }}
              value={row.username}
              aria-label={t('county:username')}
              placeholder={t('county:username')}
              onChange={(event) => edit(index, { username: event.target.value })}
            />
            <Input
              style={{ width: 160 }}
              value={row.displayName}
              aria-label={t('county:displayName')}
              placeholder={t('county:displayName')}
              data-testid={`account-name-${index}`}
              onChange={(event) => edit(index, { displayName: event.target.value })}
            />
            <Select
              style={{ width: 160 }}
              value={row.role}
              aria-label={t('county:role')}
              options={ROLES.map((role) => ({ value: role, label: t(`app:role.${role}`) }))}
              onChange={(role) => edit(index, { role })}
            />
            <Button onClick={() => setStaff(staff.filter((_, at) => at !== index))}>{t('county:removeRow')}</Button>
          </div>
        ))}
        <div className="row">
          <Button onClick={() => setStaff([...staff, { username: '', displayName: '', role: 'dispatcher' }])}>
            {t('county:addRow')}
          </Button>
          <Checkbox checked={teams} onChange={(event) => setTeams(event.target.checked)}>
            {t('county:forTeams')}
          </Checkbox>
          <Button type="primary" loading={busy} onClick={() => void issue()} data-testid="issue-accounts">
            {t('county:issue')}
          </Button>
        </div>
      </div>
      {issued.length > 0 && (
        <>
          <h3>{t('county:issued')}</h3>
          <div className="row no-print">
            <Button onClick={() => window.print()}>{t('county:print')}</Button>
            <Button onClick={download}>{t('county:downloadList')}</Button>
          </div>
          <Table
            size="small"
            rowKey="username"
            pagination={false}
            dataSource={issued}
            data-testid="issued"
            columns={[
              { title: heads[0], dataIndex: 'username' },
              { title: heads[1], dataIndex: 'password', className: 'num' },
              { title: heads[2], dataIndex: 'displayName' },
              { title: heads[3], dataIndex: 'role', render: (role: Staff['role']) => t(`app:role.${role}`) },
            ]}
          />
        </>
      )}
      <AccountList
        onIssued={(login) => setIssued((before) => [login, ...before.filter((one) => one.username !== login.username)])}
      />
    </>
  );
}
