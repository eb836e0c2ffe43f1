import { useTranslation } from 'react-i18next';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { useAnswer } from '../api/query';
import { overdueCount } from '../features/desk/queue.rules';
import { language, setLanguage } from '../i18n';
import { useLive, useRows } from '../live/store';
import { useNow } from '../ui/clock';
import { useKeys } from '../ui/keys';
import { formatDay, formatInstant } from '../ui/time';
import { type Session, useSession } from './session';
import { setTheme, useTheme } from './theme';

type TabName =
  | 'desk'
  | 'owed'
  | 'readiness'
  | 'teams'
  | 'duty'
  | 'forces'
  | 'replies'
  | 'messages'
  | 'reports'
  | 'settings'
  | 'phones';
const TABS: { name: TabName; to: string; shown: (session: Session) => boolean }[] = [
  { name: 'desk', to: '/desk', shown: ({ may }) => may('incident.read') },
  { name: 'owed', to: '/owed', shown: ({ may }) => may('owed.read') && may('incident.read') },
  { name: 'readiness', to: '/readiness', shown: ({ may }) => may('register.read') },
  { name: 'teams', to: '/teams', shown: ({ may }) => may('register.read') },
  { name: 'duty', to: '/duty', shown: ({ may }) => may('duty.read') },
  { name: 'forces', to: '/forces', shown: ({ may }) => may('forces.read') },
  { name: 'replies', to: '/replies', shown: ({ may }) => may('incident.read') },
  { name: 'messages', to: '/messages', shown: ({ may }) => may('message.read') },
  { name: 'reports', to: '/reports', shown: ({ may }) => may('report.read') },
  { name: 'settings', to: '/settings', shown: ({ may }) => may('register.read') },
  { name: 'phones', to: '/phones', shown: ({ me, may }) => me.practice && may('practice.use') },
];

function ReplyCount() {
  const { data } = useAnswer('listReplies', { query: { state: 'queued' } }, { refetchInterval: 30_000 });
  const count = data?.items.length ?? 0;
  return count > 0 ? <b className="tab-count">{count}</b> : null;
}

/** Teams with nobody on duty within a day, or now: an alarm to whoever sees to duty. */
function GapCount() {
  const { t } = useTranslation('duty');
  const { data } = useAnswer('dutyGaps', {}, { refetchInterval: 60_000 });
  const count = new Set((data?.items ?? []).filter(({ urgent }) => urgent).map(({ teamCode }) => teamCode)).size;
  if (count === 0) return null;
  return (
    <b className="tab-count" role="status" title={t('alarm', { count })} data-testid="duty-gap-count">
      ✕{count}
    </b>
  );
}

/** F8 goes to what is owed, F9 to the messages; again: back to the desk. */
function usePageKeys(): void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const goTo = (page: string) => (): void => void navigate(pathname.startsWith(page) ? '/desk' : page);
  useKeys({ F8: goTo('/owed'), F9: goTo('/messages') });
}

function Tabs() {
  const { t } = useTranslation();
  const session = useSession();
  usePageKeys();
  return (
    <nav className="tabs-main" aria-label={t('tabsLabel')}>
      {TABS.filter((tab) => tab.shown(session)).map((tab) => (
        <NavLink key={tab.name} to={tab.to}>
          {t(`tabs.${tab.name}`)}
          {tab.name === 'replies' && <ReplyCount />}
          {tab.name === 'duty' && <GapCount />}
        </NavLink>
      ))}
    </nav>
  );
}

function Overdue() {
  const { t } = useTranslation();
  const count = overdueCount(useRows().values(), useNow());
  if (count === 0) return null;
  return (
    <span className="overdue" role="status" data-testid="overdue-count">
      ▲ {t('overdue', { count })}
    </span>
  );
}

function LivePill() {
  const { t } = useTranslation();
  const connection = useLive((live) => live.connection);
  const latencyMs = useLive((live) => live.latencyMs);
  const words = { live: t('live'), connecting: t('connecting'), lost: t('lost') };
  return (
    <span className={`pill ${connection}`} data-testid="live-state">
      {words[connection]}
      {connection === 'live' && latencyMs !== null && ` · ${t('latency', { ms: latencyMs })}`}
    </span>
  );
}

function Clock() {
  const now = useNow();
  return (
    <>
      <time className="clock num">{formatInstant(now)}</time>
      <span className="quiet num date">{formatDay(now, language())}</span>
    </>
  );
}

/** Title, pages, what is overdue, the line's state, who is here, the time. */
export function TopBar() {
  const { t } = useTranslation();
  const { me, signOut } = useSession();
  const theme = useTheme();
  return (
    <header className="topbar">
      <b className="title">{me.county}</b>
      <Tabs />
      <span className="spacer" />
      <Overdue />
      <LivePill />
      <span className="quiet who">
        {t(`role.${me.role}`)} · {me.displayName}
      </span>
      <Clock />
      <span className="switches">
        <button
          type="button"
          className="btn ghost"
          onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
          aria-label={t(theme === 'dark' ? 'toLight' : 'toDark')}
        >
          {t(theme === 'dark' ? 'light' : 'dark')}
        </button>
        <button
          type="button"
          className="btn ghost"
          onClick={() => setLanguage(language() === 'zh' ? 'en' : 'zh')}
          aria-label={t('toOtherLanguage')}
        >
          {t('language')}
        </button>
        <button type="button" className="btn ghost" onClick={() => void signOut()}>
          {t('signOut')}
        </button>
      </span>
    </header>
  );
}
