import { OBLIGATION_KINDS, type ObligationKind, OWED_FILTERS, type OwedRow } from '@liandong/shared/obligation';
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { REGISTER, useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { Count, ListTable } from './ListTable';
import { NoticeDialog } from './NoticeDialog';
import { useOwedColumns } from './owed-columns';
import { useList } from './use-list';
import { WaiveDialog } from './WaiveDialog';

type Show = (typeof OWED_FILTERS)[number];
/** In the order a shift looks at them. */
const SHOWN: readonly Show[] = ['owing', 'late', 'missed', 'waived', 'met', 'all'];

export interface OwedFilters {
  show: Show;
  kind: ObligationKind | undefined;
  teamCode: string | undefined;
}

/** The filters stand in the address, so that a view can be sent. */
function useFilters(): [OwedFilters, (part: Partial<OwedFilters>) => void] {
  const [search, setSearch] = useSearchParams();
  const filters: OwedFilters = {
    show: OWED_FILTERS.find((each) => each === search.get('show')) ?? 'owing',
    kind: OBLIGATION_KINDS.find((each) => each === search.get('kind')),
    teamCode: search.get('team') ?? undefined,
  };
  const change = (part: Partial<OwedFilters>): void => {
    const { show, kind, teamCode } = { ...filters, ...part };
    const given = Object.entries({ tab: 'owed', show, kind, team: teamCode }).filter(
      ([, value]) => value !== undefined,
    );
    setSearch(Object.fromEntries(given) as Record<string, string>, { replace: true });
  };
  return [filters, change];
}

/** What is owed across the county: what, by whom, until when, how late, how often chased, under which notice. */
export function ObligationsTab() {
  const { t } = useTranslation(['owed', 'signs']);
  const { may } = useSession();
  const [filters, change] = useFilters();
  const [asked, setAsked] = useState<{ row: OwedRow; act: 'notice' | 'waive' } | null>(null);
  const list = useList('listObligations', filters);
  const { data: teams } = useAnswer('listTeams', undefined, { ...REGISTER, enabled: may('register.read') });
  const columns = useOwedColumns((row, act) => setAsked({ row, act }));
  return (
    <>
      <div className="owed-filters">
        <Segmented<Show>
          value={filters.show}
          onChange={(show) => change({ show })}
          options={SHOWN.map((value) => ({ value, label: t(`owed:show.${value}`) }))}
        />
        <Select
          allowClear
          style={{ width: 150 }}
          placeholder={t('owed:allKinds')}
          aria-label={t('owed:kind')}
          value={filters.kind}
          onChange={(kind) => change({ kind })}
          options={OBLIGATION_KINDS.map((value) => ({ value, label: t(`signs:owes.${value}`) }))}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 220 }}
          placeholder={t('owed:allTeams')}
          aria-label={t('owed:team')}
          value={filters.teamCode}
          onChange={(teamCode) => change({ teamCode })}
          options={(teams?.items ?? []).map((team) => ({ value: team.code, label: `${team.code} ${team.shortName}` }))}
        />
        <Count list={list} />
      </div>
      <ListTable<OwedRow>
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t(`owed:empty.${filters.show}`)}
        onRow={(row) => ({ 'data-testid': `owed-${row.kind}-${row.teamCode ?? 'centre'}` })}
      />
      {asked?.act === 'notice' && <NoticeDialog row={asked.row} onClose={() => setAsked(null)} />}
      {asked?.act === 'waive' && <WaiveDialog row={asked.row} onClose={() => setAsked(null)} />}
    </>
  );
}
