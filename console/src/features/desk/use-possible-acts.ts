import { useSession } from '../../app/session';
import type { Shown } from './Detail';
import { type IncidentAct, possibleActs } from './incident-acts.rules';

/** What the person signed in can do with the incident now. */
export function usePossibleActs({ incident, orders, detail }: Shown): IncidentAct[] {
  const { may } = useSession();
  return possibleActs({
    incident,
    orders,
    referrals: detail?.referrals ?? [],
    take: may('incident.take'),
    supervise: may('incident.supervise'),
  });
}
