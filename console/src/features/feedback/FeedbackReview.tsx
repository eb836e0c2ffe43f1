import type { FeedbackView } from '@liandong/shared/feedback';
import { Alert, Drawer, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useKeys } from '../../ui/keys';
import { formatDate, formatMinute } from '../../ui/time';
import { shortNumber } from '../desk/words';
import { FormContent } from './FormContent';
import { changedFields, comparedVersion, submitted } from './feedback.rules';
import { Judgement } from './Judgement';

const when = (at: string): string => `${formatDate(at)} ${formatMinute(at)}`;

/** One form, read-only: what it says, what changed since the version it is compared with, its history, the judgement. */
export function FeedbackReview({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const { t } = useTranslation(['feedback', 'app']);
  const { data: view, error, isPending } = useAnswer('getFeedback', { params: { id: orderId } });
  // A dialog over the drawer takes Escape first: the page's own keys know which stands on top.
  useKeys({ Escape: onClose });
  const title =
    view === undefined
      ? t('feedback:form')
      : `${view.teamShortName} #${view.orderCode} · ${shortNumber(view.incidentNumber)} ${view.typeName ?? ''}`;
  return (
    <Drawer open keyboard={false} onClose={onClose} size={760} title={title} loading={isPending}>
      {error !== null && <Alert type="error" showIcon title={problemText(error, t('app:offline'))} />}
      {view !== undefined && <Form key={`${view.version}${view.state}`} view={view} />}
    </Drawer>
  );
}

function Form({ view }: { view: FeedbackView }) {
  const { t } = useTranslation(['feedback', 'signs']);
  const [against, setAgainst] = useState<number | null>(() => comparedVersion(view));
  const before = view.versions.find((version) => version.version === against)?.content ?? null;
  const changed = before === null ? [] : changedFields(before, view.content);
  return (
    <div className="feedback-form" data-testid="feedback-review">
      <div className="standing">
        <b>{t(`signs:feedback.${view.state}`)}</b>
        {view.version > 0 && <span>{t('feedback:version', { version: view.version })}</span>}
        {view.submittedAt === null && <span className="quiet">{t('feedback:draftHidden')}</span>}
        <span className="spacer" />
        {submitted(view).length > 0 && (
          <span>
            {t('feedback:compareWith')}{' '}
            <Select<number>
              size="small"
              style={{ width: 220 }}
              aria-label={t('feedback:compareWith')}
              value={against ?? 0}
              onChange={(version) => setAgainst(version === 0 ? null : version)}
              options={[
                { value: 0, label: t('feedback:noCompare') },
                ...submitted(view).map((version) => ({
                  value: version.version,
                  label: `${t('feedback:version', { version: version.version })} · ${when(version.at)}`,
                })),
              ]}
            />
          </span>
        )}
        {before !== null && (
          <span className="quiet" data-testid="changed-count">
            {t('feedback:changedCount', { count: changed.length })}
          </span>
        )}
      </div>
      {view.comment !== null && view.state === 'returned' && (
        <Alert type="warning" showIcon title={t('feedback:returned')} description={view.comment} />
      )}
      <FormContent content={view.content} before={before} changed={changed} files={view.attachments} />
      <Judgement view={view} />
      {view.versions.length > 0 && (
        <>
          <h3>{t('feedback:versions')}</h3>
          <ol className="versions" data-testid="feedback-versions">
            {[...view.versions]
              .sort((a, b) => b.at.localeCompare(a.at))
              .map((version) => (
                <li key={`${version.version}${version.action}${version.at}`}>
                  <b>{t('feedback:version', { version: version.version })}</b> {t(`feedback:action.${version.action}`)}{' '}
                  <span className="num">{when(version.at)}</span> {version.by}
                  {version.comment !== null && <span className="quiet"> “{version.comment}”</span>}
                </li>
              ))}
          </ol>
        </>
      )}
    </div>
  );
}
