import type { TemplateView } from '@liandong/shared/message-template';
import { Button, Input } from 'antd';
import { type ComponentRef, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './Field';
import { parameterName } from './template-words';

interface Props {
  template: TemplateView;
  body: string;
  onChange: (body: string) => void;
}

/** The text, and its parameters, each put in where the cursor stands. */
export function TemplateBody({ template, body, onChange }: Props) {
  const { t } = useTranslation('settings');
  const area = useRef<ComponentRef<typeof Input.TextArea>>(null);
  const insert = (name: string): void => {
    const field = area.current?.resizableTextArea?.textArea;
    if (field === undefined) return;
    field.setRangeText(`{${name}}`, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
    onChange(field.value);
  };
  return (
    <>
      <Field label={t('template.body')}>
        {(id) => (
          <Input.TextArea
            id={id}
            ref={area}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={body}
            maxLength={300}
            onChange={(event) => onChange(event.target.value)}
            data-testid="template-body"
          />
        )}
      </Field>
      {template.parameters.length > 0 && (
        <ul className="template-parameters">
          {template.parameters.map(({ name, example, required }) => (
            <li key={name}>
              <Button size="small" className="num" onClick={() => insert(name)} data-testid={`insert-${name}`}>
                {`{${name}}`}
              </Button>
              <span>{parameterName(template, name)}</span>
              <span className="quiet">
                {example !== '' && t('template.example', { example })}
                {required && <b> * {t('template.required')}</b>}
                {template.givesWay === name && <span> ✂ {t('template.givesWay')}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
