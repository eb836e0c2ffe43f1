import type { FeedbackDraft } from '@liandong/shared/feedback';
import { useTranslation } from 'react-i18next';
import { clashesOf, type Form, isWritable } from './form.rules';
import { chooseWords, giveUp } from './forms';
import { changedFields, type Field } from './merge.rules';

/** The words of one field, as one of the two has it. */
function useValue(): (content: FeedbackDraft, field: Field) => string {
  const { t } = useTranslation('field');
  return (content, field) => {
    const value = content[field];
    if (field === 'attachmentIds') return t('paper.photos.count', { count: content.attachmentIds?.length ?? 0 });
    if (field === 'followUps')
      return (content.followUps ?? [])
        .map(({ what, unit, person, dueDate }) => [what, unit, person, dueDate].filter(Boolean).join(' · '))
        .join('\n');
    return value === undefined || value === '' ? t('paper.clash.empty') : String(value);
  };
}

function Side({ of, words }: { of: 'mine' | 'theirs'; words: string }) {
  const { t } = useTranslation('field');
  return (
    <div className={`side ${of}`}>
      <small className="quiet">{t(`paper.clash.${of}`)}</small>
      <p className="written">{words || t('paper.clash.empty')}</p>
    </div>
  );
}

/** Somebody else was faster: who, what both changed, and whose words are to stand. */
export function Clash({ form }: { form: Form }) {
  const { t } = useTranslation('field');
  const wordsOf = useValue();
  if (!form.theirs) return null;
  const { view, words } = form.theirs;
  const writable = isWritable(view.state);
  const fields = writable ? clashesOf(form) : changedFields(view.content, form.content);
  return (
    <>
      <div className="paper-body" data-testid="field-form-clash">
        <div className="note near column">
          <b>▲ {t('paper.clash.heading')}</b>
          {words && <span>{words}</span>}
          <span>{t(writable ? 'paper.clash.ask' : 'paper.clash.sent')}</span>
        </div>
        {fields.map((field) => (
          <section key={field} className="clash">
            <h2>{t(`paper.feedback.${field}`)}</h2>
            <Side of="mine" words={wordsOf(form.content, field)} />
            <Side of="theirs" words={wordsOf(view.content, field)} />
          </section>
        ))}
      </div>
      <footer className="report-bar">
        {writable ? (
          <div className="row">
            <button
              type="button"
              className="big choice"
              onClick={() => chooseWords(form, 'mine')}
              data-testid="field-take-mine"
            >
              {t('paper.clash.takeMine')}
            </button>
            <button
              type="button"
              className="big choice plain"
              onClick={() => chooseWords(form, 'theirs')}
              data-testid="field-take-theirs"
            >
              {t('paper.clash.takeTheirs')}
            </button>
          </div>
        ) : (
          <button type="button" className="big" onClick={() => giveUp(form)}>
            {t('paper.clash.giveUp')}
          </button>
        )}
      </footer>
    </>
  );
}
