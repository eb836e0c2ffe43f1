import type { LonLat } from '@liandong/shared/basics';
import type { OBLIGATION_KINDS } from '@liandong/shared/obligation';
import type { TargetPreview } from '@liandong/shared/response-rule';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { formatInstant } from '../../ui/time';
import type { RuleDraft } from './Trial';
import { basisWords, dayAndMinute } from './words';

interface Asked {
  teamCodes: string[];
  location: LonLat;
  at: string;
}
interface Props {
  asked: Asked;
  draft?: RuleDraft & { ruleNo: number };
}
type Kind = (typeof OBLIGATION_KINDS)[number];

function Owed({ preview }: { preview: TargetPreview }) {
  const { t } = useTranslation(['settings', 'signs']);
  return (
    <ul>
      {preview.obligations.map(({ kind, dueAt }) => (
        <li key={kind}>
          {t(`signs:owes.${kind as Kind}`)}{' '}
          {dueAt === null ? (
            <span className="faint">{t('settings:trial.noMinutes')}</span>
          ) : (
            <span className="num">{formatInstant(dueAt)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What one order would owe, in a column of words. */
function Column({ title, preview, changed }: { title: string; preview: TargetPreview; changed?: boolean }) {
  const { t } = useTranslation(['settings', 'signs']);
  const { measure, seconds, ruleNo, ruleVersion, basis, dueAt, why } = preview.target;
  return (
    <dl
      className={changed ? 'changed' : undefined}
      data-testid={changed === undefined ? 'trial-current' : 'trial-draft'}
    >
      <dt className="quiet">{title}</dt>
      <dd>
        <b>
          {t('settings:trial.targetWords', {
            measure: t(`signs:measure.${measure}`),
            minutes: Math.round(seconds / 6) / 10,
          })}
        </b>{' '}
        <span className="num">→ {formatInstant(dueAt)}</span>
      </dd>
      <dd className="quiet">
        {t('settings:rule.no', { no: ruleNo })}
        {changed === false && ` · ${t('settings:trial.same')}`}
        {changed === undefined && ` · ${t('settings:versionNo', { version: ruleVersion })} · ${basisWords(basis)}`}
      </dd>
      <dd className="faint">{why}</dd>
      <dd>
        <Owed preview={preview} />
      </dd>
    </dl>
  );
}

/** As the rules stand, and beside it as they would be. */
export function TrialResult({ asked, draft }: Props) {
  const { t } = useTranslation(['settings', 'app']);
  const current = useAnswer('previewTargets', { body: asked });
  const changed = useAnswer(
    'previewTargets',
    { body: { ...asked, drafts: draft && [draft] } },
    { enabled: draft !== undefined },
  );
  const error = current.error ?? changed.error;
  if (error !== null)
    return (
      <Alert
        type="warning"
        showIcon
        title={t('settings:trial.failed')}
        description={problemText(error, t('app:offline'))}
      />
    );
  const [before] = current.data?.items ?? [];
  const [after] = (draft && changed.data?.items) ?? [];
  if (before === undefined) return <p className="trial-wait" role="status" />;
  const untouched = draft !== undefined && before.target.ruleNo !== draft.ruleNo;
  return (
    <>
      <p className="quiet">{t('settings:trial.at', { at: dayAndMinute(asked.at) })}</p>
      <div className="trial-columns">
        <Column title={t('settings:trial.current')} preview={before} />
        {after !== undefined && !untouched && (
          <Column
            title={t('settings:trial.draft')}
            preview={after}
            changed={after.target.dueAt !== before.target.dueAt || after.target.measure !== before.target.measure}
          />
        )}
      </div>
      {untouched && <Alert type="info" showIcon title={t('settings:trial.other', { no: before.target.ruleNo })} />}
    </>
  );
}
