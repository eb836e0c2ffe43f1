import type { RotationPlan } from '@liandong/shared/duty';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useDebounced } from '../../ui/use-debounced';
import { shortTime } from './duty.rules';

/** What the plan would give for 14 days: who when, what stays open, who stands elsewhere. */
export function RotationPreview({ plan }: { plan: RotationPlan | null }) {
  const { t } = useTranslation(['duty', 'app']);
  const settled = useDebounced(plan === null ? '' : JSON.stringify(plan), 300);
  const body = settled === '' ? null : (JSON.parse(settled) as RotationPlan);
  const { data, error, isFetching } = useAnswer('previewRotation', { body: body! }, { enabled: body !== null });
  if (plan === null) return null;
  return (
    <div className="rotation-preview" data-testid="rotation-preview" aria-live="polite">
      <b>{t('duty:rotation.preview')}</b>
      {error !== null && <p className="over">! {problemText(error, t('app:offline'))}</p>}
      {!data && isFetching && <p className="faint">{t('duty:rotation.previewing')}</p>}
      {data && error === null && (
        <>
          {data.gaps.length === 0 && <p className="met">{t('duty:rotation.noGaps')}</p>}
          {data.gaps.map(({ startsAt, endsAt }) => (
            <p key={startsAt} className="over">
              {t('duty:gapLine', { from: shortTime(startsAt), to: shortTime(endsAt) })}
            </p>
          ))}
          {data.clashes.map(({ name, startsAt, teamShortName }) => (
            <p key={startsAt + name} className="near">
              {t('duty:rotation.clash', { name, from: shortTime(startsAt), team: teamShortName })}
            </p>
          ))}
          {data.overlaps.map(({ startsAt, endsAt }) => (
            <p key={startsAt} className="near">
              ! {t('duty:overlap', { from: shortTime(startsAt), to: shortTime(endsAt) })}
            </p>
          ))}
          <ol>
            {data.shifts.map(({ startsAt, endsAt, name, memberId }) => (
              <li key={startsAt + memberId} className="num">
                {shortTime(startsAt)} – {shortTime(endsAt)} {name}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
