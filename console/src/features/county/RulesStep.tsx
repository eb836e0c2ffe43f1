import { Alert, Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { formatInstant } from '../../ui/time';
import { useSave } from '../settings/use-save';
import type { StepProps } from './SetupWizard';

/** ⑤ What the county begins with, and what each rests on, to be taken over. */
export function RulesStep({ setup }: StepProps) {
  const { t } = useTranslation('county');
  const { data } = useAnswer('getDefaultRules');
  const { save, busy, problem } = useSave('confirmRules', ['getSetup', 'listRules' as never]);
  const minutes = (seconds: number): number => seconds / 60;
  return (
    <>
      <p>{t('rulesText')}</p>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {setup.rulesConfirmedAt ? (
        <p data-testid="rules-confirmed">
          ✓{' '}
          {t('rulesDone', { by: setup.rulesConfirmedBy ?? '—', at: formatInstant(Date.parse(setup.rulesConfirmedAt)) })}{' '}
          · {t('rulesCounts', setup.counts)}
        </p>
      ) : (
        <Button type="primary" loading={busy} onClick={() => save({})} data-testid="confirm-rules">
          {t('confirmRules')}
        </Button>
      )}
      <Table
        size="small"
        rowKey="ruleNo"
        pagination={false}
        dataSource={data?.rules ?? []}
        columns={[
          { title: t('ruleNote'), dataIndex: 'note' },
          { title: t('dayMinutes'), dataIndex: 'daySeconds', render: minutes },
          { title: t('nightMinutes'), dataIndex: 'nightSeconds', render: minutes },
          { title: t('basis'), dataIndex: 'basis' },
        ]}
      />
      <Table
        size="small"
        rowKey="code"
        pagination={{ pageSize: 12, hideOnSinglePage: true }}
        dataSource={data?.types ?? []}
        columns={[
          { title: t('typeName'), dataIndex: 'name' },
          { title: t('typeClass'), dataIndex: 'incidentClass' },
          { title: t('task'), dataIndex: 'taskText' },
        ]}
      />
    </>
  );
}
