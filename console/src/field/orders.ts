import type { OrderView, TeamOrder } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, call } from '../api/client';
import { serverNow } from '../ui/clock';
import { formatDate } from '../ui/time';
import type { Taken } from './kept/acts';
import { ORDERS_KEY } from './session';
import { readStored, store } from './storage';

const OPEN = ['orders', 'open'] as const;
const ENDED = ['orders', 'ended'] as const;
/** When the socket is silent the list is still at most this old. */
const POLL_MS = 20_000;

interface Kept {
  at: number;
  items: TeamOrder[];
}

async function fetchOpen(client: QueryClient): Promise<Kept> {
  try {
    const { items } = await call('listOrders', { query: { mine: '1', open: '1' } });
    const kept = { at: serverNow(), items };
    store(ORDERS_KEY, kept);
    return kept;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 401) client.setQueryData(['me'], null);
    throw error;
  }
}

/** The team's open orders, also without signal: the last list is kept on the phone. */
export function useOpenOrders() {
  const client = useQueryClient();
  return useQuery({
    queryKey: OPEN,
    queryFn: () => fetchOpen(client),
    initialData: () => readStored<Kept | undefined>(ORDERS_KEY, undefined),
    initialDataUpdatedAt: 0,
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: 'always',
  });
}

/** What ended lately, newest first. */
export function useEnded(): TeamOrder[] {
  const { data } = useQuery({
    queryKey: ENDED,
    queryFn: async () => (await call('listOrders', { query: { mine: '1', limit: 100 } })).items,
    refetchInterval: 60_000,
  });
  return (data ?? []).filter((o) => !isOpen(o.status)).sort((a, b) => b.issuedAt.localeCompare(a.issuedAt));
}

/** Issued today, county time. */
export const isOfToday = (order: TeamOrder): boolean => formatDate(order.issuedAt) === formatDate(serverNow());

/** The order of a call the team has taken itself is there at once; the lists follow. */
export function takeOwn(client: QueryClient, { incident, order }: Taken): void {
  const own: TeamOrder = { ...order, incident, companions: [] };
  client.setQueryData<Kept>(OPEN, (kept) => ({
    at: kept?.at ?? serverNow(),
    items: [own, ...(kept?.items ?? []).filter((o) => o.id !== own.id)],
  }));
  void client.invalidateQueries({ queryKey: ['orders'] });
}

/** The server's answer to a report replaces the order at once; the lists follow. */
export function takeAnswer(client: QueryClient, answer: OrderView): void {
  client.setQueryData<Kept>(OPEN, (kept) =>
    kept ? { ...kept, items: kept.items.map((o) => (o.id === answer.id ? { ...o, ...answer } : o)) } : kept,
  );
  void client.invalidateQueries({ queryKey: ['orders'] });
}
