import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter, isRouteErrorResponse, Link, Navigate, Outlet, useRouteError } from 'react-router';
import { SessionGate } from './session';
import { Shell } from './shell';

const DeskPage = lazy(() => import('../features/desk/DeskPage'));
const TeamsPage = lazy(() => import('../features/teams/TeamsPage'));
const TeamPage = lazy(() => import('../features/register/TeamPage'));
const RepliesPage = lazy(() => import('../features/replies/RepliesPage'));
const MessagesPage = lazy(() => import('../features/messages/MessagesPage'));
const ReportsPage = lazy(() => import('../features/reports/ReportsPage'));
const OwedPage = lazy(() => import('../features/owed/OwedPage'));
const UpwardPrint = lazy(() => import('../features/upward/UpwardPrint'));
const NoticePrint = lazy(() => import('../features/owed/NoticePrint'));
const SettingsPage = lazy(() => import('../features/settings/SettingsPage'));
const PracticePage = lazy(() => import('../features/practice/PracticePage'));
const ReadinessPage = lazy(() => import('../features/readiness/ReadinessPage'));
const DutyPage = lazy(() => import('../features/duty/DutyPage'));
const ForcesPage = lazy(() => import('../features/forces/ForcesPage'));
const CountyPage = lazy(() => import('../features/county/CountyPage'));
const FirstAdministratorPage = lazy(() => import('../features/county/FirstAdministratorPage'));
const AntdFrame = lazy(() => import('./AntdFrame'));

function NotFound() {
  const { t } = useTranslation();
  return (
    <main className="page-note">
      <p>{t('notFound')}</p>
      <Link to="/desk">{t('backToDesk')}</Link>
    </main>
  );
}

function PageFailed() {
  const { t } = useTranslation();
  const error = useRouteError();
  console.error(error);
  return (
    <main className="page-note" role="alert">
      <p>{t('pageFailed')}</p>
      <p className="faint num">{isRouteErrorResponse(error) ? error.statusText : String(error)}</p>
      <button type="button" className="btn" onClick={() => window.location.reload()}>
        {t('reload')}
      </button>
    </main>
  );
}

const frame = (
  <SessionGate>
    <Shell />
  </SessionGate>
);

/** A sheet of paper has nothing around it, but who reads it is signed in. */
const paper = (
  <SessionGate>
    <Suspense>
      <Outlet />
    </Suspense>
  </SessionGate>
);

export const router = createBrowserRouter([
  {
    path: '/setup',
    errorElement: <PageFailed />,
    element: (
      <Suspense>
        <FirstAdministratorPage />
      </Suspense>
    ),
  },
  {
    element: paper,
    errorElement: <PageFailed />,
    children: [
      { path: '/incidents/:id/upward/:reportId/print', element: <UpwardPrint /> },
      { path: '/notices/:id/print', element: <NoticePrint /> },
    ],
  },
  {
    path: '/',
    element: frame,
    children: [
      {
        errorElement: <PageFailed />,
        children: [
          { index: true, element: <Navigate to="/desk" replace /> },
          { path: 'desk', element: <DeskPage /> },
          {
            element: <AntdFrame />,
            children: [
              { path: 'owed', element: <OwedPage /> },
              { path: 'teams', element: <TeamsPage /> },
              { path: 'teams/:code', element: <TeamPage /> },
              { path: 'readiness', element: <ReadinessPage /> },
              { path: 'duty', element: <DutyPage /> },
              { path: 'forces', element: <ForcesPage /> },
              { path: 'county', element: <CountyPage /> },
              { path: 'replies', element: <RepliesPage /> },
              { path: 'messages', element: <MessagesPage /> },
              { path: 'reports', element: <ReportsPage /> },
              { path: 'settings', element: <SettingsPage /> },
              { path: 'phones', element: <PracticePage /> },
            ],
          },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
