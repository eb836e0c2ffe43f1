import type { Me } from '@liandong/shared/auth';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setTheme, useTheme } from '../app/theme';
import { language, setLanguage } from '../i18n';
import { useNow } from '../ui/clock';
import { formatInstant } from '../ui/time';
import { ForcesLinks } from './forces/ForcesLinks';
import { open } from './page';
import { ReminderSwitch } from './push/ReminderSwitch';
import { Sheet } from './Sheet';

interface Props {
  me: Me;
  unsent: number;
  onEnded: () => void;
  signOut: () => Promise<void>;
}

function Clock() {
  return <time className="num quiet">{formatInstant(useNow())}</time>;
}

function Menu({ me, unsent, onEnded, signOut, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('field');
  const { t: app } = useTranslation('app');
  const { t: register } = useTranslation('register');
  const theme = useTheme();
  return (
    <Sheet title={me.displayName} onClose={onClose}>
      <p className="quiet">
        {me.county} · {me.teamCode} · {me.username}
      </p>
      {me.practice && <p className="note">{t('menu.practice')}</p>}
      <div className="stack">
        <button type="button" className="small" onClick={onEnded}>
          {t('paper.ended.heading')}
        </button>
        <ForcesLinks onOpen={onClose} />
        <button
          type="button"
          className="small"
          onClick={() => open({ name: 'members' })}
          data-testid="field-open-members"
        >
          {register('field_app.open')}
        </button>
        <ReminderSwitch />
        <button type="button" className="small" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
          {app(theme === 'dark' ? 'toLight' : 'toDark')}
        </button>
        <button type="button" className="small" onClick={() => setLanguage(language() === 'zh' ? 'en' : 'zh')}>
          {app('toOtherLanguage')}
        </button>
        {unsent > 0 && <p className="note near">{t('menu.pendingWarning', { count: unsent })}</p>}
        <button type="button" className="small danger" onClick={() => void signOut()} data-testid="field-sign-out">
          {t(unsent > 0 ? 'menu.signOutAnyway' : 'menu.signOut')}
        </button>
      </div>
    </Sheet>
  );
}

/** Who I am, the server's time, and the menu. */
export function TopBar(props: Props) {
  const { t } = useTranslation('field');
  const [open, setOpen] = useState(false);
  return (
    <header className="top-bar">
      <b>{props.me.displayName}</b>
      <Clock />
      <button type="button" className="icon-button" aria-label={t('menu.open')} onClick={() => setOpen(true)}>
        ☰
      </button>
      {open && <Menu {...props} onClose={() => setOpen(false)} />}
    </header>
  );
}
