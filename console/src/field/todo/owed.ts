import type { FeedbackRow, FeedbackView } from '@liandong/shared/feedback';
import type { OwedRow } from '@liandong/shared/obligation';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../../api/client';
import { serverNow } from '../../ui/clock';
import { takeView, useForms } from '../feedback/forms';
import { useActs } from '../kept/acts';
import { OWED_KEY } from '../session';
import { readStored, store } from '../storage';
import { type Local, type Owed, type Todo, todosOf } from './todo.rules';

/** Everything written that is asked for under this key is old as soon as the centre says that something happened. */
export const OWED = ['owed'] as const;
/** When the socket is silent the lists are still at most this old. */
const POLL_MS = 60_000;
const NOTHING: Owed = { due: [], returned: [], notices: [], followUps: [] };

interface Kept extends Owed {
  at: number;
  /** 动态报告 this team owes; they are made on the order's own page. */
  situations: readonly OwedRow[];
}

async function fetchOwed(): Promise<Kept> {
  const [due, returned, notices, followUps, situations] = await Promise.all([
    call('listFeedback', { query: { state: 'due' } }),
    call('listFeedback', { query: { state: 'returned' } }),
    call('listNotices', { query: { open: '1' } }),
    call('listFollowUps', { query: { state: 'open' } }),
    call('listObligations', { query: { show: 'owing', kind: 'situation_report' } }),
  ]);
  const kept = {
    at: serverNow(),
    due: due.items,
    returned: returned.items,
    notices: notices.items,
    followUps: followUps.items,
    situations: situations.items,
  };
  store(OWED_KEY, kept);
  return kept;
}

/** What the team owes in writing, also without a line: the last lists are kept on the phone. */
export function useOwed() {
  return useQuery({
    queryKey: [...OWED, 'lists'],
    queryFn: fetchOwed,
    initialData: () => readStored<Kept | undefined>(OWED_KEY, undefined),
    initialDataUpdatedAt: 0,
    refetchInterval: POLL_MS,
  });
}

/** What this account has done on this phone and the server does not know yet. */
export function useLocal(username: string): Local {
  const acts = useActs((s) => s.acts);
  const forms = useForms((s) => s.forms);
  return useMemo(
    () => ({
      acts: acts.filter((act) => act.owner === username),
      forms: Object.values(forms).filter((form) => form.owner === username),
    }),
    [acts, forms, username],
  );
}

export function useTodos(username: string): readonly Todo[] {
  const { data } = useOwed();
  const local = useLocal(username);
  return useMemo(() => todosOf(data ?? NOTHING, local), [data, local]);
}

/** The situation report this team owes for an incident next; null: none. */
export function useSituationOwed(incidentId: string): OwedRow | null {
  const { data } = useOwed();
  const owed = (data?.situations ?? []).filter((row) => row.incidentId === incidentId && row.dueAt !== null);
  return owed.sort((a, b) => a.dueAt!.localeCompare(b.dueAt!))[0] ?? null;
}

/** All feedback forms of the team, newest orders first: for the list of ended orders. */
export function useFeedbackRows(): readonly FeedbackRow[] {
  const { data } = useQuery({
    queryKey: [...OWED, 'forms'],
    queryFn: async () => (await call('listFeedback', { query: { limit: 200 } })).items,
    refetchInterval: POLL_MS,
  });
  return data ?? [];
}

const formKey = (orderId: string) => [...OWED, 'form', orderId] as const;

/** One form as the server has it. */
export function useFeedback(username: string, orderId: string) {
  return useQuery({
    queryKey: formKey(orderId),
    queryFn: async () => {
      const view = await call('getFeedback', { params: { id: orderId } });
      takeView(username, view);
      return view;
    },
    refetchInterval: POLL_MS,
  });
}

/** The server's answer to a save or a submit replaces the form at once; the lists follow when its state changed. */
export function takeFeedback(client: QueryClient, view: FeedbackView): void {
  const known = client.getQueryData<FeedbackView>(formKey(view.orderId));
  client.setQueryData(formKey(view.orderId), view);
  if (known?.state === view.state) return;
  void client.invalidateQueries({ queryKey: [...OWED, 'lists'] });
  void client.invalidateQueries({ queryKey: [...OWED, 'forms'] });
}

/** One thing by its id: from the open ones, or, when it is settled, from all of them. */
function useOneOf<T extends { id: string }>(
  id: string,
  open: readonly T[] | undefined,
  name: string,
  all: () => Promise<T[]>,
) {
  const found = open?.find((one) => one.id === id);
  const { data, isFetching } = useQuery({
    queryKey: [...OWED, name],
    queryFn: all,
    enabled: open !== undefined && !found,
  });
  return { one: found ?? data?.find((one) => one.id === id) ?? null, reading: open === undefined || isFetching };
}

export function useNotice(id: string) {
  const { data } = useOwed();
  const all = async () => (await call('listNotices')).items;
  const { one, reading } = useOneOf(id, data?.notices, 'notices', all);
  return { notice: one, reading };
}

export function useFollowUp(id: string) {
  const { data } = useOwed();
  const all = async () => (await call('listFollowUps')).items;
  const { one, reading } = useOneOf(id, data?.followUps, 'follow-ups', all);
  return { task: one, reading };
}
