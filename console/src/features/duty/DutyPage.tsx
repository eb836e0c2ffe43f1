import { useSearchParams } from 'react-router';
import { useSession } from '../../app/session';
import { Notices } from '../../ui/notice';
import { CountyDuty } from './CountyDuty';
import { TeamDuty } from './TeamDuty';
import './duty.css';

/** 值班备勤: the county at a glance, or one team's calendar (`?team=S05`). A team's account has its own alone. */
export default function DutyPage() {
  const [search, setSearch] = useSearchParams();
  const { me } = useSession();
  const team = me.role === 'team' ? me.teamCode : search.get('team');
  return (
    <main className="page duty" data-testid="duty-page">
      {team ? (
        <TeamDuty key={team} teamCode={team.toUpperCase()} onBack={() => setSearch({})} />
      ) : (
        <CountyDuty onOpen={(code) => setSearch({ team: code })} />
      )}
      <Notices />
    </main>
  );
}
