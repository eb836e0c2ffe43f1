import type { QueryClient } from '@tanstack/react-query';
import { liveStore } from './store';
import { onTouched, type Touched } from './touched';

/** Several events in a row are one question to the server. */
const DEBOUNCE_MS = 150;

/** Which lists an event makes old, by the first word of its type. */
const LISTS: Record<string, readonly string[]> = {
  reply: ['listReplies'],
  order: ['listTeams', 'getTeam'],
  team: ['listTeams', 'getTeam'],
  duty: ['listTeams', 'getTeam'],
};

/** Answers on screen that an event makes old are asked for again. Returns the end of listening. */
export function invalidateTouched(client: QueryClient): () => void {
  let incidents = new Set<string>();
  let lists = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    const ids = incidents;
    const names = lists;
    incidents = new Set();
    lists = new Set();
    timer = undefined;
    const { rows } = liveStore.getState();
    const orders = new Set([...ids].flatMap((id) => rows.get(id)?.orders.map((order) => order.id) ?? []));
    void client.invalidateQueries({
      predicate: ({ queryKey: [name, request] }) => {
        const id = (request as { params?: { id?: string } } | undefined)?.params?.id ?? '';
        if (name === 'getOrder') return orders.has(id);
        return ids.has(id) || names.has(String(name));
      },
    });
  };

  return onTouched(({ incidents: touched, events }: Touched) => {
    for (const id of touched) incidents.add(id);
    for (const event of events) for (const list of LISTS[event.type.split('.')[0] ?? ''] ?? []) lists.add(list);
    if (events.length === 0) lists.add('listReplies').add('listTeams');
    if (timer === undefined) timer = setTimeout(flush, DEBOUNCE_MS);
  });
}
