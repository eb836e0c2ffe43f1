import type { TeamDetail } from '@liandong/shared/team';
import { Alert, Button, Spin, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { ApiProblem } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { useKeys } from '../../ui/keys';
import { Notices } from '../../ui/notice';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { formatDate } from '../../ui/time';
import { HistoryTab } from './HistoryTab';
import { MembersTab } from './MembersTab';
import { OverviewTab } from './OverviewTab';
import { RetireDialog } from './RetireDialog';
import { EditTeamForm } from './TeamForm';
import { useRegisterSave } from './use-register-save';
import { VehiclesTab } from './VehiclesTab';
import '../settings/settings.css';
import '../teams/teams.css';
import './register.css';

const TABS = ['overview', 'members', 'vehicles', 'history'] as const;
type Tab = (typeof TABS)[number];

/** What changes the whole team: its form, retiring it, bringing it back. */
function Acts({ team }: { team: TeamDetail }) {
  const { t } = useTranslation('register');
  const [doing, setDoing] = useState<'edit' | 'end' | null>(null);
  const close = (): void => setDoing(null);
  const retiring = useRegisterSave('retireTeam');
  const restoring = useRegisterSave('restoreTeam');
  const active = team.retiredAt === null;
  const { save, problem } = active ? retiring : restoring;
  const end = (reason: string): void => save({ params: { code: team.code }, body: { reason } });
  return (
    <>
      {problem !== null && <b className="gap" role="alert">{`! ${problem}`}</b>}
      {active && (
        <Button type="primary" onClick={() => setDoing('edit')} data-testid="team-edit">
          {t('edit')}
        </Button>
      )}
      <Button onClick={() => setDoing('end')} data-testid="team-end">
        {t(active ? 'retire' : 'restore')}
      </Button>
      {doing === 'edit' && <EditTeamForm team={team} onClose={close} />}
      {doing === 'end' && active && <RetireDialog team={team} onDone={end} onClose={close} />}
      {doing === 'end' && !active && (
        <ReasonDialog
          title={t('restoreTitle', { name: team.shortName })}
          label={t('reason')}
          onDone={end}
          onClose={close}
        />
      )}
    </>
  );
}

function Head({ team }: { team: TeamDetail }) {
  const { t } = useTranslation('register');
  const editable = useSession().may('register.edit');
  return (
    <header>
      <h1>
        <span className="num">{team.code}</span> {team.name}
      </h1>
      {team.retiredAt !== null && (
        <b className="gap" data-testid="team-retired">
          ○ {t('retired')} {formatDate(team.retiredAt)}
        </b>
      )}
      {team.commander === null && team.retiredAt === null && <b className="gap">{t('noCommander')}</b>}
      <span className="spacer" />
      {editable && <Acts team={team} />}
      <Link to="/teams">← {t('back')}</Link>
    </header>
  );
}

function Body({ team }: { team: TeamDetail }) {
  const { t } = useTranslation('register');
  const [search, setSearch] = useSearchParams();
  const tab = TABS.find((one) => one === search.get('tab')) ?? 'overview';
  const go = (next: Tab, more: Record<string, string> = {}): void =>
    setSearch({ tab: next, ...more }, { replace: true });
  useKeys({
    'alt+1': () => go('overview'),
    'alt+2': () => go('members'),
    'alt+3': () => go('vehicles'),
    'alt+4': () => go('history'),
  });
  const panes = {
    overview: <OverviewTab team={team} />,
    members: <MembersTab team={team} onHistory={(memberId) => go('history', { member: memberId })} />,
    vehicles: <VehiclesTab team={team} />,
    history: <HistoryTab code={team.code} memberId={search.get('member')} onAll={() => go('history')} />,
  };
  const counts: Partial<Record<Tab, number>> = {
    members: team.members.length,
    vehicles: team.vehicles.filter((vehicle) => vehicle.retiredAt === null).length,
  };
  return (
    <Tabs
      activeKey={tab}
      onChange={(next) => go(next as Tab)}
      destroyOnHidden
      items={TABS.map((key, index) => ({
        key,
        label: (
          <span title={`Alt+${index + 1}`}>
            {t(`tab.${key}`)} <span className="num">{counts[key]}</span>
          </span>
        ),
        children: panes[key],
      }))}
    />
  );
}

/** One team of the register, with an address of its own. */
export default function TeamPage() {
  const { t } = useTranslation(['register', 'app']);
  const { code = '' } = useParams();
  const { data: team, error, isPending } = useAnswer('getTeam', { params: { code } });
  const unknown = error instanceof ApiProblem && (error.problem.status === 404 || error.problem.status === 400);
  return (
    <main className="page settings" data-testid="team-page">
      {error !== null && (
        <Alert
          type="error"
          showIcon
          title={unknown ? t('register:unknown', { code }) : t('register:failed')}
          description={unknown ? <Link to="/teams">{t('register:back')}</Link> : problemText(error, t('app:offline'))}
        />
      )}
      {isPending && error === null && <Spin />}
      {team !== undefined && <Head key={`head-${team.code}`} team={team} />}
      {team !== undefined && <Body key={team.code} team={team} />}
      <Notices />
    </main>
  );
}
