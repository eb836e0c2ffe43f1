import type { IncidentDetail, StrengthView } from '@liandong/shared/board';
import type { IncidentView } from '@liandong/shared/incident';
import type { ObligationView } from '@liandong/shared/obligation';
import type { OrderView } from '@liandong/shared/order';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { useRow } from '../../live/store';
import { ExpertsSection } from '../forces/ExpertsSection';
import { DeskDialogs } from './DeskDialogs';
import { DetailCalls } from './DetailCalls';
import { DetailHeader } from './DetailHeader';
import { useDesk } from './desk-state';
import { OrderList } from './OrderList';
import { stillOwed } from './queue.rules';
import { ReportsTab } from './ReportsTab';
import { Timeline } from './Timeline';
import { isTold } from './timeline.rules';
import './detail.css';

const TABS = ['orders', 'experts', 'reports', 'timeline', 'calls'] as const;
type Tab = (typeof TABS)[number];
/** Under the orders the last things that happened stay in sight. */
const LATEST = 3;

/** What the detail shows: the live row, completed by what only the full answer has. */
export interface Shown {
  incident: IncidentView;
  orders: readonly OrderView[];
  detail: IncidentDetail | undefined;
  /** What the incident itself still owes: situation and upward reports, the nearest due first. */
  owed: readonly ObligationView[];
  callCount: number;
  /** Strength asked for and promised; null where none is asked for, or the incident is over. */
  strength: StrengthView | null;
}

function useShown(id: string | null): Shown | null {
  const row = useRow(id);
  const { data: detail } = useAnswer('getIncident', { params: { id: id ?? '' } }, { enabled: id !== null });
  const incident = row ?? detail;
  if (incident === undefined) return null;
  return {
    incident,
    orders: row?.orders ?? detail?.orders ?? [],
    detail,
    owed: ofItself(row?.owed ?? detail?.obligations ?? []),
    // With the calls of merged incidents; those of a row are its own alone.
    callCount: Math.max(detail?.calls.length ?? 0, row?.calls ?? 1),
    strength: row?.strength ?? null,
  };
}

const ofItself = (obligations: readonly ObligationView[]): ObligationView[] =>
  obligations
    .filter((each) => each.orderId === null && stillOwed(each))
    .sort((a, b) => (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'));

/** One incident: what it is, who was ordered, what happened. */
export function Detail() {
  const { t } = useTranslation('desk');
  const id = useDesk((desk) => desk.selectedId);
  const shown = useShown(id);
  const [tab, setTab] = useState<Tab>('orders');
  const query = { incidentId: id ?? '' };
  const { data: expertCalls } = useAnswer('listExpertCalls', { query }, { enabled: id !== null });
  if (shown === null) {
    return (
      <aside className="detail" aria-label={t('detail')}>
        <p className="empty">{id === null ? t('nothingSelected') : t('loadingDetail')}</p>
      </aside>
    );
  }
  const counts: Record<Tab, number | undefined> = {
    orders: shown.orders.length,
    experts: expertCalls?.items.length,
    reports: reportCount(shown.detail),
    timeline: shown.detail?.timeline.filter(isTold).length,
    calls: shown.callCount,
  };
  return (
    <aside className="detail" aria-label={t('detail')} data-testid="detail">
      <DetailHeader shown={shown} />
      <div className="detail-tabs" role="tablist">
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={tab === name}
            data-testid={`tab-${name}`}
            onClick={() => setTab(name)}
          >
            {t(`tabs.${name}`)}
            <i>{counts[name] ?? ''}</i>
          </button>
        ))}
      </div>
      <div className="detail-body" role="tabpanel">
        {tab === 'orders' && <OrderList key={shown.incident.id} shown={shown} />}
        {tab === 'experts' && <ExpertsSection incident={shown.incident} />}
        {tab === 'reports' && <ReportsTab shown={shown} />}
        {tab === 'timeline' && <Timeline entries={shown.detail?.timeline ?? []} orders={shown.orders} />}
        {tab === 'calls' && <DetailCalls calls={shown.detail?.calls ?? []} merged={shown.detail?.merged ?? []} />}
      </div>
      {tab === 'orders' && (
        <div className="latest">
          <Timeline entries={shown.detail?.timeline ?? []} atMost={LATEST} orders={shown.orders} />
        </div>
      )}
      <DeskDialogs key={shown.incident.id} shown={shown} />
    </aside>
  );
}

const reportCount = (detail: IncidentDetail | undefined): number | undefined =>
  detail && detail.situations.length + detail.upwardReports.length;
