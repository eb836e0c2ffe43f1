import type { SettingView } from '@liandong/shared/response-rule';
import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { NumberForm } from './NumberForm';
import { basisWords, numberName, spanWords, unitWords } from './words';

/** The county's numbers, each changed in its own row. */
export function NumbersTab({ editable }: { editable: boolean }) {
  const { t } = useTranslation(['settings', 'app']);
  const { data, error, isPending } = useAnswer('listSettings');
  const [editing, setEditing] = useState<string | null>(null);
  const close = (): void => setEditing(null);
  return (
    <div className="settings-tab">
      <p className="quiet">{t('settings:number.hint')}</p>
      {error !== null && (
        <Alert type="error" showIcon title={t('settings:failed')} description={problemText(error, t('app:offline'))} />
      )}
      <Table<SettingView>
        rowKey="key"
        size="small"
        pagination={false}
        loading={isPending && error === null}
        dataSource={data?.items ?? []}
        expandable={{
          expandedRowKeys: editing === null ? [] : [editing],
          showExpandColumn: false,
          expandedRowRender: (setting) => <NumberForm key={setting.key} setting={setting} onClose={close} />,
        }}
        columns={[
          { title: t('settings:number.name'), render: (_, { key, title }) => numberName(key, title) },
          {
            title: t('settings:number.value'),
            width: 200,
            render: (_, { key, value, unit }) => (
              <span data-testid={`number-${key}`}>
                <b className="num">{value}</b> {unitWords(unit)} <span className="quiet">{spanWords(value, unit)}</span>
              </span>
            ),
          },
          {
            title: t('settings:number.range'),
            width: 180,
            render: (_, { min, max }) => (
              <span className="num quiet">
                {min} – {max}
              </span>
            ),
          },
          { title: t('settings:basis'), width: 180, render: (_, { basis }) => basisWords(basis) },
          {
            title: <span className="visually-hidden">{t('settings:edit')}</span>,
            width: 84,
            hidden: !editable,
            render: (_, { key }) => (
              <Button
                size="small"
                aria-expanded={editing === key}
                onClick={() => setEditing(editing === key ? null : key)}
                data-testid={`number-edit-${key}`}
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
