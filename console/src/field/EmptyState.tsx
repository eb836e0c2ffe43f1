import type { Me } from '@liandong/shared/auth';
import { useTranslation } from 'react-i18next';
import { PositionQuestion } from './PositionQuestion';

/** Nothing to do: says so, who is watching, and what ended today. */
export function EmptyState({ me, endedCount, onEnded }: { me: Me; endedCount: number; onEnded: () => void }) {
  const { t } = useTranslation('field');
  return (
    <section className="empty" data-testid="field-empty">
      <span className="empty-sign" aria-hidden="true">
        ✓
      </span>
      <h1>{t('empty.heading')}</h1>
      <p className="quiet">{t('empty.watching')}</p>
      <dl className="facts">
        <dt>{t('empty.team')}</dt>
        <dd>
          {me.displayName} · {me.teamCode}
        </dd>
        <dt>{t('empty.user')}</dt>
        <dd className="num">{me.username}</dd>
      </dl>
      <button type="button" className="small" onClick={onEnded}>
        {t('today.open', { count: endedCount })}
      </button>
      <PositionQuestion />
    </section>
  );
}
