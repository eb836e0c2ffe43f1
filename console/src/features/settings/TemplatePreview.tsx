import type { TemplateView } from '@liandong/shared/message-template';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { previewOf, SIGNATURE } from './template-preview.rules';
import { parameterName } from './template-words';

interface Props {
  template: TemplateView;
  templates: readonly TemplateView[];
  body: string;
}

/** The text with its examples as it would go out, its length, and what is shortened when it grows too long. */
export function TemplatePreview({ template, templates, body }: Props) {
  const { t } = useTranslation('settings');
  const [drill, setDrill] = useState(false);
  const signing = template.key === SIGNATURE;
  // A signature is seen before the text that is longest.
  const shown = signing ? (templates.find(({ key }) => key === 'order') ?? template) : template;
  const signature = signing ? body : (templates.find(({ key }) => key === SIGNATURE)?.body ?? '');
  const { text, units, parts, room } = previewOf(signing ? shown.body : body, shown, signature, drill);
  return (
    <section className="setting-card">
      <header>
        <h2>{t('template.preview')}</h2>
        <Checkbox checked={drill} onChange={(event) => setDrill(event.target.checked)} data-testid="template-drill">
          {t('template.drill')}
        </Checkbox>
      </header>
      <p className="text-bubble" data-testid="template-preview">
        {text}
      </p>
      <p className="setting-row quiet" aria-live="polite">
        <span data-testid="template-length">
          <b className="num">{t('template.units', { count: units })}</b> · {t('template.parts', { count: parts })}
        </span>
        {room !== null && (
          <span>✂ {t('template.room', { name: parameterName(shown, shown.givesWay ?? ''), count: room })}</span>
        )}
      </p>
    </section>
  );
}
