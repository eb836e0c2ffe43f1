import type { TemplateApproval, TemplateView } from '@liandong/shared/message-template';
import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { TemplateForm } from './TemplateForm';
import { previewOf, SIGNATURE } from './template-preview.rules';
import { BodyText, LastEdited, templateName } from './template-words';

const NONE: readonly TemplateView[] = [];

function Approval({ approval }: { approval: TemplateApproval | undefined }) {
  const { t } = useTranslation('settings');
  if (approval === undefined) return <span className="faint">{t('template.notRegistered')}</span>;
  return (
    <>
      {(['sms', 'voice'] as const).map(
        (way) =>
          approval[way] !== undefined && (
            <div key={way}>
              {t(`template.${way}`)} <span className="num">{approval[way]}</span>
            </div>
          ),
      )}
      <small className="quiet num">{approval.variables?.join(' ')}</small>
    </>
  );
}

/** Every text the system writes: what it says, how long it gets, and what providers registered it as. */
export function TemplatesTab({ editable }: { editable: boolean }) {
  const { t } = useTranslation(['settings', 'app']);
  const { data, error, isPending } = useAnswer('listTemplates');
  const [editing, setEditing] = useState<string | null>(null);
  const templates = data?.items ?? NONE;
  const signature = templates.find(({ key }) => key === SIGNATURE)?.body ?? '';
  const edited = templates.find(({ key }) => key === editing);
  const length = (template: TemplateView): string => {
    const { units, parts } = previewOf(template.body, template, signature, false);
    return `${t('settings:template.units', { count: units })} · ${t('settings:template.parts', { count: parts })}`;
  };
  return (
    <div className="settings-tab">
      <p className="quiet">{t('settings:template.hint')}</p>
      {error !== null && (
        <Alert type="error" showIcon title={t('settings:failed')} description={problemText(error, t('app:offline'))} />
      )}
      <Table<TemplateView>
        rowKey="key"
        size="small"
        pagination={false}
        loading={isPending && error === null}
        dataSource={[...templates]}
        columns={[
          { title: t('settings:template.name'), width: 130, render: (_, template) => <b>{templateName(template)}</b> },
          {
            title: t('settings:template.body'),
            render: (_, { key, body }) => (
              <span data-testid={`template-body-${key}`}>
                <BodyText body={body} />
              </span>
            ),
          },
          {
            title: t('settings:template.length'),
            width: 150,
            render: (_, template) => template.key !== SIGNATURE && <span className="quiet">{length(template)}</span>,
          },
          {
            title: t('settings:template.aliyun'),
            width: 180,
            render: (_, { key, approvals }) => key !== SIGNATURE && <Approval approval={approvals.aliyun} />,
          },
          { title: t('settings:who'), width: 150, render: (_, template) => <LastEdited {...template} /> },
          {
            title: <span className="visually-hidden">{t('settings:edit')}</span>,
            width: 84,
            hidden: !editable,
            render: (_, template) => (
              <Button
                size="small"
                aria-label={`${t('settings:edit')} ${templateName(template)}`}
                onClick={() => setEditing(template.key)}
                data-testid={`template-edit-${template.key}`}
              >
                {t('settings:edit')}
              </Button>
            ),
          },
        ]}
      />
      {edited !== undefined && (
        <TemplateForm key={edited.key} template={edited} templates={templates} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}
