import { api } from '@liandong/shared/api';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../api/query';
import { Gaps } from './Gaps';
import type { StepProps } from './SetupWizard';
import { TownshipList } from './TownshipList';

/** ②③④ Townships, teams and people come by Excel, townships also by a typed list; what is there is told, and what is missing. */
export function RegisterStep({ of, setup, toWorkbook, goTo }: StepProps & { of: 'townships' | 'teams' | 'people' }) {
  const { t } = useTranslation('county');
  const { counts, gaps } = setup;
  const words = {
    townships: t('townshipsText', { count: counts.townships, urban: counts.urbanTownships, places: counts.places }),
    teams: t('teamsText', { count: counts.teams }),
    people: t('peopleText', { count: counts.members }),
  };
  return (
    <>
      <p>{words[of]}</p>
      <div className="row">
        <Button type="primary" onClick={toWorkbook} data-testid="to-workbook">
          {t('byWorkbook')}
        </Button>
        <a className="btn" href={api.countyTemplate.path} download>
          {t('template')}
        </a>
        {of !== 'townships' && counts.teams > 0 && <Link to="/teams">{t('toTeams')}</Link>}
      </div>
      <Gaps gaps={gaps.filter(({ step }) => step === of)} goTo={goTo} />
      {of === 'townships' && (
        <>
          <TownshipList />
          <Townships />
        </>
      )}
    </>
  );
}

function Townships() {
  const { t } = useTranslation(['county', 'places']);
  const { data } = useAnswer('listTownships', undefined, { staleTime: 0 });
  return (
    <Table
      size="small"
      rowKey="code"
      pagination={false}
      dataSource={data?.items ?? []}
      columns={[
        { title: t('county:townCode'), dataIndex: 'code' },
        { title: t('county:townName'), dataIndex: 'name' },
        {
          title: t('county:urban'),
          dataIndex: 'urban',
          render: (urban: boolean) => t(urban ? 'county:yes' : 'county:no'),
        },
        {
          title: t('county:outline'),
          dataIndex: 'outlineBasis',
          render: (basis: string) => (basis === '示意' ? t('places:grades.示意') : basis),
        },
      ]}
    />
  );
}
