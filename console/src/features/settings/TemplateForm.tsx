import { EditTemplate, type TemplateApproval, type TemplateView } from '@liandong/shared/message-template';
import { faultsOf, faultsOfSignature, type TemplateFault, unknownVariables } from '@liandong/shared/template.rules';
import { Alert, Button, Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from './ReasonField';
import { SaveButton } from './SaveButton';
import { TemplateApprovalFields } from './TemplateApprovalFields';
import { TemplateBody } from './TemplateBody';
import { TemplatePreview } from './TemplatePreview';
import { crowdedOut, filledApproval, SIGNATURE } from './template-preview.rules';
import { faultWords, templateName } from './template-words';
import { useSave } from './use-save';

const FORM = 'template-form';

interface Props {
  template: TemplateView;
  /** All of them: the signature stands before each. */
  templates: readonly TemplateView[];
  onClose: () => void;
}

/** What is wrong with the body as typed, in words. */
function useFaults(template: TemplateView, templates: readonly TemplateView[], body: string): string[] {
  const { t } = useTranslation('settings');
  const signature = templates.find(({ key }) => key === SIGNATURE)?.body ?? '';
  const inWords = (faults: readonly TemplateFault[]): string[] => faults.map((fault) => faultWords(fault, template));
  if (template.key !== SIGNATURE) return inWords(faultsOf(body, template, signature));
  const crowded = crowdedOut(templates, body).map((other) =>
    t('template.fault.crowded', { name: templateName(other) }),
  );
  return [...inWords(faultsOfSignature(body)), ...crowded];
}

function useDraft(template: TemplateView) {
  const [body, setBody] = useState(template.body);
  const [approval, setApproval] = useState<TemplateApproval>(template.approvals.aliyun ?? {});
  const [reason, setReason] = useState('');
  const filled = filledApproval(approval);
  const wanted = EditTemplate.safeParse({ body, reason, approvals: filled ? { aliyun: filled } : {} }).data;
  const bodyChanged = body.trim() !== template.body;
  const changed = bodyChanged || JSON.stringify(filled) !== JSON.stringify(template.approvals.aliyun);
  return { body, setBody, approval, setApproval, reason, setReason, wanted: changed ? wanted : undefined, bodyChanged };
}

/** Another text for a template: written, seen as it would go out, and saved with a reason. */
export function TemplateForm({ template, templates, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { body, setBody, approval, setApproval, reason, setReason, wanted, bodyChanged } = useDraft(template);
  const faults = useFaults(template, templates, body.trim());
  const { save, busy, problem } = useSave('editTemplate', ['listTemplates'], onClose);
  const unknown = unknownVariables(approval.variables ?? [], template);
  const ready = wanted !== undefined && faults.length === 0 && unknown.length === 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) save({ params: { key: template.key }, body: wanted });
  };
  return (
    <Drawer
      open
      size={720}
      onClose={onClose}
      title={t('template.editTitle', { name: templateName(template) })}
      extra={<SaveButton form={FORM} ready={ready} busy={busy} />}
    >
      <form id={FORM} className="setting-form" onSubmit={submit} data-testid="template-form">
        <TemplateBody template={template} body={body} onChange={setBody} />
        {faults.map((fault) => (
          <Alert key={fault} type="error" showIcon title={fault} data-testid="template-fault" />
        ))}
        <TemplatePreview template={template} templates={templates} body={body.trim()} />
        <div className="setting-row">
          <Button
            disabled={body === template.usual}
            onClick={() => setBody(template.usual)}
            data-testid="template-restore"
          >
            {t('template.restore')}
          </Button>
        </div>
        {template.key !== SIGNATURE && (
          <TemplateApprovalFields
            template={template}
            body={body}
            bodyChanged={bodyChanged}
            approval={approval}
            onChange={setApproval}
          />
        )}
        <ReasonField reason={reason} onChange={setReason} />
        {problem !== null && <Alert type="error" showIcon title={t('refused')} description={problem} />}
      </form>
    </Drawer>
  );
}
