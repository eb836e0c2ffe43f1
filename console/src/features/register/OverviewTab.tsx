import type { TeamDetail } from '@liandong/shared/team';
import { Descriptions } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../api/query';
import { basisWords } from '../settings/words';
import { Strength } from '../teams/Strength';
import { KnownPhone, useSpecialty } from './words';

const BaseMap = lazy(() => import('./BaseMap'));

/** What a team is, how strong, where it starts from. */
export function OverviewTab({ team }: { team: TeamDetail }) {
  const { t } = useTranslation(['register', 'signs']);
  const specialty = useSpecialty();
  const { data } = useAnswer('listTownships', undefined, REGISTER);
  const { lon, lat } = team.location;
  const field = (key: Parameters<typeof label>[0], children: React.ReactNode) => ({ key, label: label(key), children });
  function label(
    key:
      | 'teamClass'
      | 'specialties'
      | 'leadDepartment'
      | 'strength'
      | 'commander'
      | 'alarmPhone'
      | 'townshipCode'
      | 'baseAddress'
      | 'position'
      | 'duties',
  ) {
    return t(`register:field.${key}`);
  }
  return (
    <div className="team-overview">
      <Descriptions
        size="small"
        column={1}
        bordered
        items={[
          field('teamClass', t(`signs:teamClass.${team.teamClass}`)),
          field('specialties', team.specialties.map(specialty).join(' · ')),
          field('leadDepartment', team.leadDepartment),
          field(
            'strength',
            <>
              <Strength team={team} />{' '}
              <small className="faint">{t('register:basis', { basis: basisWords(team.minimumBasis) })}</small>
            </>,
          ),
          field(
            'commander',
            team.commander ? (
              <>
                {team.commander.name} <KnownPhone phone={team.commander.phone} />
              </>
            ) : (
              <b className="gap">{t('register:noCommander')}</b>
            ),
          ),
          field('alarmPhone', <KnownPhone phone={team.alarmPhone} />),
          field('townshipCode', `${team.townshipName} · ${t(`register:base.${team.base}`)}`),
          field('baseAddress', team.baseAddress || '—'),
          field('position', <span className="num">{`${lon.toFixed(5)}, ${lat.toFixed(5)} (WGS-84)`}</span>),
          field('duties', <span className="written">{team.duties || '—'}</span>),
        ]}
      />
      <Suspense fallback={<div className="base-map" />}>
        <BaseMap townships={data?.items ?? []} at={team.location} onPick={null} />
      </Suspense>
    </div>
  );
}
