import type { Me } from '@liandong/shared/auth';
import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/clock';
import { open } from './page';
import { TABS, type Tab } from './page.rules';
import { useTodos } from './todo/owed';
import { badgeOf } from './todo/todo.rules';

/** Outlines, 24 × 24: an order, a list with a tick, a calendar, a telephone. */
const SIGNS: Record<Tab, string> = {
  orders: 'M12 3v2M5 18h14M7 18v-7a5 5 0 0 1 10 0v7M10 21h4',
  todo: 'M9 6h11M9 12h11M9 18h11M3.5 6l1.5 1.5L7.5 4.5M3.5 12l1.5 1.5 2.5-3M3.5 18l1.5 1.5 2.5-3',
  duty: 'M5 5h14v15H5zM5 10h14M9 3v4M15 3v4M9 15l2 2 4-4',
  hotline: 'M6 3h3l2 5-2.5 1.5a12 12 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
};

function Badge({ me }: { me: Me }) {
  const { t } = useTranslation('field');
  const { count, late } = badgeOf(useTodos(me.username), useNow());
  if (count === 0) return null;
  return (
    <b className={late ? 'badge late' : 'badge'} data-testid="field-badge">
      <span aria-hidden="true">{late ? `!${count}` : count}</span>
      <span className="visually-hidden">{t('paper.tabs.count', { count })}</span>
    </b>
  );
}

/** The main pages, within reach of the thumb. */
export function TabBar({ me, tab }: { me: Me; tab: Tab }) {
  const { t } = useTranslation('field');
  return (
    <nav className="tab-bar" aria-label={t('paper.tabs.label')}>
      {TABS.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === tab ? 'page' : undefined}
          onClick={() => open({ name })}
          data-testid={`field-nav-${name}`}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={SIGNS[name]} />
          </svg>
          {t(`paper.tabs.${name}`)}
          {name === 'todo' && <Badge me={me} />}
        </button>
      ))}
    </nav>
  );
}
