import type { Me } from '@liandong/shared/auth';
import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/clock';
import { PositionQuestion } from './PositionQuestion';
import { open } from './page';
import { ReminderQuestion } from './push/ReminderQuestion';
import { useTodos } from './todo/owed';
import { badgeOf } from './todo/todo.rules';

/** Nothing to do at once: says so, who is watching, what is owed in writing, and what ended today. */
export function EmptyState({ me, endedCount }: { me: Me; endedCount: number }) {
  const { t } = useTranslation('field');
  const { count, late } = badgeOf(useTodos(me.username), useNow());
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
      {count > 0 && (
        <button type="button" className={late ? 'small danger' : 'small'} onClick={() => open({ name: 'todo' })}>
          {t('paper.todo.open', { count })} ›
        </button>
      )}
      <button type="button" className="small" onClick={() => open({ name: 'ended' })}>
        {t('today.open', { count: endedCount })}
      </button>
      <PositionQuestion />
      <ReminderQuestion />
    </section>
  );
}
