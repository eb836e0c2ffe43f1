import type { StrengthView } from '@liandong/shared/board';
import type { OrderView } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { useNow } from '../../ui/clock';
import { needsReplacement } from './alarms.rules';
import { openDispatch } from './desk-state';
import { owed } from './queue.rules';
import { nextTeam, strengthStanding } from './strength.rules';

/** Somebody is late or cannot come, or too few people are promised: the next best team is offered. */
function needsMore(orders: readonly OrderView[], strength: StrengthView | null, now: number): boolean {
  if (strengthStanding(strength, now) === 'short') return true;
  const late = owed({ orders: [...orders] }).some((each) => each.dueAt !== null && Date.parse(each.dueAt) < now);
  return late || orders.some((order) => needsReplacement(order, orders));
}

export function Escalation({
  incidentId,
  open,
  orders,
  strength,
}: {
  incidentId: string;
  open: boolean;
  orders: readonly OrderView[];
  strength: StrengthView | null;
}) {
  const { t } = useTranslation('desk');
  const { may } = useSession();
  const asked = needsMore(orders, strength, useNow()) && open && may('order.issue');
  const { data } = useAnswer('recommendTeams', { params: { id: incidentId } }, { enabled: asked });
  const refused = orders.filter((order) => order.status === 'declined').map((order) => order.teamCode);
  const declined = orders.find((order) => needsReplacement(order, orders)) ?? null;
  const next = nextTeam(data?.items ?? [], refused);
  if (!asked || next === null) return null;
  return (
    <div className="escalation" data-testid="escalation">
      <span>
        {t('nextBest')} <b>{next.teamName}</b> <span className="quiet">{next.reasons.slice(0, 2).join(' · ')}</span>
      </span>
      <button
        type="button"
        className="btn"
        onClick={() => openDispatch([next.teamCode], declined)}
        data-testid="escalation-add"
      >
        {t('addTeam', { team: next.teamShortName })}
      </button>
    </div>
  );
}
