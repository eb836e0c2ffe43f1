import type { FeedbackView } from '@liandong/shared/feedback';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMinute } from '../../ui/time';
import { formSubject } from '../kept/photos.rules';
import { Content } from './Content';

const when = (at: string | null): string => `${formatDate(at)} ${formatMinute(at)}`;

/** Every kept version, the newest on top; its words on demand. */
function Versions({ view }: { view: FeedbackView }) {
  const { t } = useTranslation('field');
  return (
    <section className="versions">
      <h2>{t('paper.feedback.versions')}</h2>
      {[...view.versions].reverse().map((version) => (
        <details key={`${version.version}${version.action}`}>
          <summary>
            <b>
              {t('paper.feedback.version', { version: version.version })} ·{' '}
              {t(`paper.feedback.action.${version.action}`)}
            </b>
            <span className="quiet">
              {version.by} {when(version.at)}
            </span>
            {version.comment && <span className="written">{version.comment}</span>}
          </summary>
          <Content content={version.content} subject={formSubject(view.orderId)} />
        </details>
      ))}
    </section>
  );
}

/** The form as it is with the centre: to be read only. */
export function ReadForm({ view }: { view: FeedbackView }) {
  const { t } = useTranslation('field');
  const accepted = view.state === 'accepted';
  return (
    <div className="paper-body" data-testid="field-form-read">
      <p className={accepted ? 'note column met' : 'note column'}>
        <b>
          {accepted ? '✓' : '…'} {t(`paper.feedback.withCentre.${accepted ? 'accepted' : 'submitted'}`)}
        </b>
        <span className="quiet num">{when(accepted ? view.decidedAt : view.submittedAt)}</span>
      </p>
      {accepted && view.comment && <p className="written">{view.comment}</p>}
      <Content content={view.content} subject={formSubject(view.orderId)} />
      <Versions view={view} />
    </div>
  );
}
