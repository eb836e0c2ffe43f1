import type { AttachmentView } from '@liandong/shared/attachment';
import { FEEDBACK_FIELDS, type FeedbackDraft } from '@liandong/shared/feedback';
import { useTranslation } from 'react-i18next';
import { Files } from './Files';
import { type Field, NUMBERS } from './feedback.rules';

interface Props {
  content: FeedbackDraft;
  /** The version it is compared with; null: with none. */
  before: FeedbackDraft | null;
  changed: readonly Field[];
  files: readonly AttachmentView[];
}

/** A field's content in words. */
function useWords(): (content: FeedbackDraft, field: Field) => string {
  const { t } = useTranslation('feedback');
  return (content, field) => {
    if (field === 'attachmentIds') return String(content.attachmentIds?.length ?? 0);
    if (field === 'followUps') {
      const plans = (content.followUps ?? []).map((plan) =>
        t('followUp', {
          what: plan.what ?? '',
          unit: plan.unit ?? '',
          person: [plan.person, plan.phone].filter(Boolean).join(' '),
          due: plan.dueDate ?? '',
        }),
      );
      return plans.length === 0 ? t('noFollowUps') : plans.join('\n');
    }
    const value = content[field];
    return value === undefined || value === '' ? t('nothing') : String(value);
  };
}

/** The form as it stands; what differs from the version before is marked and shows what was there. */
export function FormContent({ content, before, changed, files }: Props) {
  const { t } = useTranslation('feedback');
  const words = useWords();
  return (
    <dl className="form-content">
      {FEEDBACK_FIELDS.map((field) => {
        const differs = changed.includes(field);
        return (
          <div
            key={field}
            className={`${NUMBERS.includes(field) ? 'number' : 'text'}${differs ? ' changed' : ''}`}
            data-testid={`field-${field}`}
            data-changed={differs}
          >
            <dt>
              {t(`field.${field}`)}{' '}
              {differs && (
                <span className="tag" title={t('changed')}>
                  ✎ <span className={NUMBERS.includes(field) ? 'visually-hidden' : undefined}>{t('changed')}</span>
                </span>
              )}
            </dt>
            <dd className={NUMBERS.includes(field) ? 'num' : undefined}>
              {field === 'attachmentIds' && files.length > 0 ? <Files files={files} /> : words(content, field)}
              {differs && before !== null && (
                <p className="was">
                  {t('was')}
                  {words(before, field)}
                </p>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
