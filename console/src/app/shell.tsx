import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { flushOutbox } from '../api/outbox';
import '../features/intake/complete-kept';
import { queryClient } from '../api/query';
import { CountyBanner } from '../features/county/CountyBanner';
import { HealthBanner } from '../features/messages/HealthBanner';
import { invalidateTouched } from '../live/invalidate';
import { connectLive } from '../live/socket';
import { useLive } from '../live/store';
import { ConnectionBanner } from './ConnectionBanner';
import { TopBar } from './TopBar';
import './shell.css';

/** Keeps the live feed running while somebody is signed in; what was typed meanwhile goes out when the line is back. */
function useLiveFeed(): void {
  useEffect(() => connectLive(), []);
  useEffect(() => invalidateTouched(queryClient), []);
  const connection = useLive((live) => live.connection);
  useEffect(() => {
    if (connection === 'live') void flushOutbox();
  }, [connection]);
}

/** The frame of every page: top bar, banner when the line is lost, the page. */
export function Shell() {
  const { t } = useTranslation();
  useLiveFeed();
  return (
    <div className="shell">
      <TopBar />
      <ConnectionBanner />
      <HealthBanner />
      <CountyBanner />
      <Suspense fallback={<div className="page-note">{t('loading')}</div>}>
        <Outlet />
      </Suspense>
    </div>
  );
}
