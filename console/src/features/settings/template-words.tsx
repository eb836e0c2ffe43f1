import type { TemplateView } from '@liandong/shared/message-template';
import type { TemplateFault } from '@liandong/shared/template.rules';
import { useTranslation } from 'react-i18next';
import { i18next } from '../../i18n';
import { piecesOf } from './template-preview.rules';
import { dayAndMinute } from './words';

type Named = Pick<TemplateView, 'key' | 'title'>;

const word = (key: string, otherwise: string): string =>
  i18next.exists(key) ? i18next.t(key as 'settings:templates.order.name') : otherwise;

/** A template's name in the language of the page; one without a word yet is called as the server calls it. */
export const templateName = ({ key, title }: Named): string => word(`settings:templates.${key}.name`, title);

/** The same of one of its parameters. */
export function parameterName({ key, parameters }: TemplateView, name: string): string {
  const title = parameters.find((parameter) => parameter.name === name)?.title ?? name;
  return word(`settings:templates.${key}.${name}`, title);
}

/** `{code}`, several after each other. */
export const braced = (names: readonly string[]): string =>
  names.map((name) => `{${name}}`).join(i18next.t('settings:comma'));

/** What is wrong with a body, in the language of the page; a parameter that is missing is also called by its name. */
export function faultWords({ why, names, over }: TemplateFault, template: TemplateView): string {
  const called = names.map((name) => `{${name}}${why === 'missing' ? ` ${parameterName(template, name)}` : ''}`);
  return i18next.t(`settings:template.fault.${why}`, { names: called.join(i18next.t('settings:comma')), count: over });
}

/** A body with its parameters told from the words. */
export function BodyText({ body }: { body: string }) {
  return (
    <span className="template-body">
      {piecesOf(body).map(({ at, text, parameter }) =>
        parameter ? (
          <span key={at} className="parameter num">
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </span>
  );
}

/** Who changed it last and when; as the county began with it. */
export function LastEdited({ editedBy, editedAt }: { editedBy: string | null; editedAt: string | null }) {
  const { t } = useTranslation('settings');
  if (editedBy === null || editedAt === null) return <span className="faint">{t('unchanged')}</span>;
  return (
    <span>
      {editedBy} <span className="faint num instant">{dayAndMinute(editedAt)}</span>
    </span>
  );
}
