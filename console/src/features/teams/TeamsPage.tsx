import { TEAM_CLASSES, type TeamRow } from '@liandong/shared/team';
import { Alert, Button, Checkbox, Input, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { Notices } from '../../ui/notice';
import { NewTeamForm } from '../register/TeamForm';
import { TeamDrawer } from './TeamDrawer';
import { useTeamColumns } from './team-columns';
import './teams.css';
import '../settings/settings.css';
import '../register/register.css';

type Team = z.infer<typeof TeamRow>;

const matches = (team: Team, words: string): boolean =>
  [team.code, team.name, team.shortName, team.townshipName, team.leadDepartment, ...team.specialties]
    .join(' ')
    .toLowerCase()
    .includes(words.trim().toLowerCase());

const isShort = (team: Team): boolean => team.strength < team.minimumStrength;

/** The teams: who answers for each right now, are there enough people, who is out. */
export default function TeamsPage() {
  const { t } = useTranslation(['teams', 'register', 'signs', 'app']);
  const [retired, setRetired] = useState(false);
  const { data, error, isPending } = useAnswer('listTeams', { query: retired ? { retired: '1' } : {} });
  const [teamClass, setClass] = useState<string>('all');
  const [words, setWords] = useState('');
  const [onlyShort, setOnlyShort] = useState(false);
  const [adding, setAdding] = useState(false);
  const editable = useSession().may('register.edit');
  const navigate = useNavigate();
  const [open, setOpen] = useState<string | null>(null);
  const columns = useTeamColumns();
  const teams = data?.items ?? [];
  const shown = teams.filter(
    (team) =>
      (teamClass === 'all' || team.teamClass === teamClass) && (!onlyShort || isShort(team)) && matches(team, words),
  );
  const active = teams.filter((team) => team.retiredAt === null);
  const count = (fits: (team: Team) => boolean): number => active.filter(fits).length;

  return (
    <main className="page teams" data-testid="teams-page">
      <header>
        <h1>{t('teams:heading')}</h1>
        <span className="quiet">
          {t('teams:summary', {
            count: active.length,
            out: count((team) => team.openOrders > 0),
            off: count((team) => team.onDuty === null),
            short: count(isShort),
          })}
        </span>
        <span className="spacer" />
        <Segmented
          value={teamClass}
          onChange={setClass}
          options={[
            { value: 'all', label: `${t('teams:all')} ${active.length}` },
            ...TEAM_CLASSES.map((each) => ({
              value: each as string,
              label: `${t(`signs:teamClass.${each}`)} ${count((team) => team.teamClass === each)}`,
            })),
          ]}
        />
        <Checkbox
          className="team-switch"
          checked={onlyShort}
          onChange={(event) => setOnlyShort(event.target.checked)}
          data-testid="teams-short"
        >
          {t('teams:onlyShort')}
        </Checkbox>
        <Checkbox
          className="team-switch"
          checked={retired}
          onChange={(event) => setRetired(event.target.checked)}
          data-testid="teams-retired"
        >
          {t('teams:retired')}
        </Checkbox>
        <Input.Search
          allowClear
          style={{ width: 240 }}
          placeholder={t('teams:search')}
          aria-label={t('teams:search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {editable && (
          <Button type="primary" onClick={() => setAdding(true)} data-testid="team-add">
            {t('register:addTeam')}
          </Button>
        )}
      </header>
      {error !== null && (
        <Alert type="error" showIcon title={t('teams:failed')} description={problemText(error, t('app:offline'))} />
      )}
      <Table<Team>
        rowKey="code"
        size="small"
        columns={columns}
        dataSource={shown}
        loading={isPending && error === null}
        pagination={false}
        locale={{ emptyText: t('teams:empty') }}
        rowClassName={(team) => (team.retiredAt === null ? 'team-row' : 'team-row row-retired')}
        onRow={(team) => ({ onClick: () => setOpen(team.code) })}
      />
      <TeamDrawer code={open} onClose={() => setOpen(null)} />
      {adding && <NewTeamForm onClose={() => setAdding(false)} onDone={(code) => void navigate(`/teams/${code}`)} />}
      <Notices />
    </main>
  );
}
