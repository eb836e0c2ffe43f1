import type { TeamRow } from '@liandong/shared/team';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { formatMinute } from '../../ui/time';
import { PhoneFlags } from '../messages/PhoneFlags';
import { Strength } from './Strength';

type Team = z.infer<typeof TeamRow>;

function OnDuty({ team }: { team: Team }) {
  const { t } = useTranslation(['teams', 'signs']);
  if (team.onDuty === null) return <b className="gap">{t('teams:nobody')}</b>;
  return (
    <>
      {team.onDuty.name} <span className="faint">{t(`signs:post.${team.onDuty.post}`)}</span>{' '}
      <a className="num" href={`tel:${team.onDuty.phone}`} onClick={(event) => event.stopPropagation()}>
        {team.onDuty.phone}
      </a>
      <PhoneFlags phone={team.onDuty.phone} /> <span className="faint num">→ {formatMinute(team.onDuty.until)}</span>
    </>
  );
}

/** The columns of the team table. */
export function useTeamColumns(): TableColumnsType<Team> {
  const { t } = useTranslation(['teams', 'register']);
  return [
    {
      title: t('teams:code'),
      width: 76,
      sorter: (a, b) => a.code.localeCompare(b.code),
      render: (_, team) => <span className="num">{team.code}</span>,
    },
    {
      title: t('teams:name'),
      render: (_, team) => (
        <button type="button" className="team-name" data-testid={`team-${team.code}`}>
          {team.name}
          {team.retiredAt !== null && <small className="faint"> ○ {t('register:retired')}</small>}
          {team.retiredAt === null && team.commander === null && (
            <small className="gap"> {t('register:noCommander')}</small>
          )}
        </button>
      ),
    },
    { title: t('teams:department'), render: (_, team) => <span className="quiet">{team.leadDepartment}</span> },
    { title: t('teams:base'), width: 100, render: (_, team) => team.townshipName },
    { title: t('teams:onDuty'), width: 330, render: (_, team) => <OnDuty team={team} /> },
    {
      title: t('teams:strength'),
      width: 220,
      sorter: (a, b) => a.strength - a.minimumStrength - (b.strength - b.minimumStrength),
      render: (_, team) => <Strength team={team} />,
    },
    {
      title: t('teams:open'),
      width: 100,
      defaultSortOrder: undefined,
      sorter: (a, b) => b.openOrders - a.openOrders,
      render: (_, team) =>
        team.openOrders > 0 ? <b className="num">→ {team.openOrders}</b> : <span className="faint">—</span>,
    },
    {
      title: t('teams:alarmPhone'),
      width: 140,
      render: (_, team) => (
        <span className="num">
          {team.alarmPhone}
          <PhoneFlags phone={team.alarmPhone} />
        </span>
      ),
    },
  ];
}
