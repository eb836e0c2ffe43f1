import { TEAM_CLASSES, type TeamRow } from '@liandong/shared/team';
import { Alert, Input, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { TeamDrawer } from './TeamDrawer';
import { useTeamColumns } from './team-columns';
import './teams.css';

type Team = z.infer<typeof TeamRow>;

const matches = (team: Team, words: string): boolean =>
  [team.code, team.name, team.shortName, team.townshipName, team.leadDepartment, ...team.specialties]
    .join(' ')
    .toLowerCase()
    .includes(words.trim().toLowerCase());

/** The 40 teams: who answers for each right now, are there enough people, who is out. */
export default function TeamsPage() {
  const { t } = useTranslation(['teams', 'signs', 'app']);
  const { data, error, isPending } = useAnswer('listTeams');
  const [teamClass, setClass] = useState<string>('all');
  const [words, setWords] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const columns = useTeamColumns();
  const teams = data?.items ?? [];
  const shown = teams.filter((team) => (teamClass === 'all' || team.teamClass === teamClass) && matches(team, words));
  const count = (fits: (team: Team) => boolean): number => teams.filter(fits).length;

  return (
    <main className="page" data-testid="teams-page">
      <header>
        <h1>{t('teams:heading')}</h1>
        <span className="quiet">
          {t('teams:summary', {
            count: teams.length,
            out: count((team) => team.openOrders > 0),
            off: count((team) => team.onDuty === null),
            short: count((team) => team.strength < team.minimumStrength),
          })}
        </span>
        <span className="spacer" />
        <Segmented
          value={teamClass}
          onChange={setClass}
          options={[
            { value: 'all', label: `${t('teams:heading')} ${teams.length}` },
            ...TEAM_CLASSES.map((each) => ({
              value: each as string,
              label: `${t(`signs:teamClass.${each}`)} ${count((team) => team.teamClass === each)}`,
            })),
          ]}
        />
        <Input.Search
          allowClear
          style={{ width: 240 }}
          placeholder={t('teams:search')}
          aria-label={t('teams:search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
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
        rowClassName="team-row"
        onRow={(team) => ({ onClick: () => setOpen(team.code) })}
      />
      <TeamDrawer code={open} onClose={() => setOpen(null)} />
    </main>
  );
}
