import type { TemplateApproval, TemplateView } from '@liandong/shared/message-template';
import { unknownVariables } from '@liandong/shared/template.rules';
import { Alert, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from './Field';
import { unsaid } from './template-preview.rules';
import { braced, parameterName } from './template-words';

interface Props {
  template: TemplateView;
  body: string;
  bodyChanged: boolean;
  approval: TemplateApproval;
  onChange: (approval: TemplateApproval) => void;
}

/** What would go out otherwise than the body says; an unknown variable is refused. */
function Warnings({ template, body, bodyChanged, approval }: Omit<Props, 'onChange'>) {
  const { t } = useTranslation('settings');
  const unknown = unknownVariables(approval.variables ?? [], template);
  const lacking = unsaid(body, approval);
  const registered = Boolean(approval.sms || approval.voice);
  return (
    <>
      {unknown.length > 0 && (
        <Alert type="error" showIcon title={t('template.fault.unknown', { names: braced(unknown) })} />
      )}
      {lacking.length > 0 && (
        <Alert type="warning" showIcon title={t('template.lacking', { names: braced(lacking) })} />
      )}
      {registered && bodyChanged && <Alert type="warning" showIcon title={t('template.reregister')} />}
    </>
  );
}

/** Codes and variables under which Aliyun registered the text: it sends what was registered, not the body. */
export function TemplateApprovalFields({ onChange, ...shown }: Props) {
  const { t } = useTranslation('settings');
  const { template, approval } = shown;
  return (
    <section className="setting-card">
      <h2>{t('template.aliyun')}</h2>
      <p className="quiet">{t('template.aliyunHint')}</p>
      <div className="setting-row">
        {(['sms', 'voice'] as const).map((way) => (
          <Field key={way} label={t(`template.${way}`)}>
            {(id) => (
              <Input
                id={id}
                className="num"
                value={approval[way] ?? ''}
                maxLength={64}
                placeholder={way === 'sms' ? 'SMS_…' : 'TTS_…'}
                onChange={(event) => onChange({ ...approval, [way]: event.target.value })}
                data-testid={`approval-${way}`}
              />
            )}
          </Field>
        ))}
      </div>
      <Field label={t('template.variables')}>
        {(id) => (
          <Select
            id={id}
            mode="tags"
            value={approval.variables ?? []}
            maxCount={20}
            tokenSeparators={[' ', ',', '，', '、']}
            options={template.parameters.map(({ name }) => ({
              value: name,
              label: `${name} ${parameterName(template, name)}`,
            }))}
            optionLabelProp="value"
            onChange={(variables: string[]) => onChange({ ...approval, variables })}
            data-testid="approval-variables"
          />
        )}
      </Field>
      <Warnings {...shown} />
    </section>
  );
}
