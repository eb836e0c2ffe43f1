import type { FeedbackDraft } from '@liandong/shared/feedback';
import { useTranslation } from 'react-i18next';
import type { Subject } from '../kept/photos.rules';
import { PhotoGrid } from '../photos/PhotoGrid';

const WORDS = ['found', 'measures', 'result'] as const;
const PEOPLE = ['dead', 'injured', 'missing', 'rescued', 'people'] as const;

/** A form to be read. */
export function Content({ content, subject }: { content: FeedbackDraft; subject: Subject }) {
  const { t } = useTranslation('field');
  const nothing = t('paper.feedback.nothing');
  const ids = content.attachmentIds ?? [];
  return (
    <div className="read">
      <dl>
        {WORDS.map((name) => (
          <div key={name}>
            <dt>{t(`paper.feedback.${name}`)}</dt>
            <dd className="written">{content[name] || nothing}</dd>
          </div>
        ))}
      </dl>
      <ul className="read-figures">
        {PEOPLE.map((name) => (
          <li key={name}>
            <b className="num">{content[name] ?? 0}</b>
            <span className="quiet">{t(`paper.feedback.${name}`)}</span>
          </li>
        ))}
        <li>
          <b className="num">{content.lossWan ?? 0}</b>
          <span className="quiet">{t('paper.feedback.lossWan')}</span>
        </li>
      </ul>
      <dl>
        <div>
          <dt>{t('paper.feedback.equipment')}</dt>
          <dd className="written">{content.equipment || nothing}</dd>
        </div>
        {(content.followUps ?? []).map((plan, at) => (
          <div key={at}>
            <dt>{t('paper.feedback.plan', { no: at + 1 })}</dt>
            <dd>
              <span className="written">{plan.what}</span>
              <br />
              <span className="quiet">
                {[plan.unit, plan.person, plan.phone, plan.dueDate && `${t('paper.feedback.dueDate')} ${plan.dueDate}`]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {ids.length > 0 && <h2>{t('paper.photos.count', { count: ids.length })}</h2>}
      <PhotoGrid subject={subject} ids={ids} />
    </div>
  );
}
