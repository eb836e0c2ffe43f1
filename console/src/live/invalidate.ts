import type { QueryClient } from '@tanstack/react-query';
import { ALL_LISTS, isOutdated, listsOf, ordersOf } from './outdated.rules';
import { liveStore } from './store';
import { onTouched, type Touched } from './touched';

/** Several events in a row are one question to the server. */
const DEBOUNCE_MS = 150;

const nothing = () => ({
  incidents: new Set<string>(),
  orders: new Set<string>(),
  lists: new Set<string>(),
  everything: false,
});

/** Answers on screen that an event makes old are asked for again. Returns the end of listening. */
export function invalidateTouched(client: QueryClient): () => void {
  let outdated = nothing();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    const now = outdated;
    outdated = nothing();
    timer = undefined;
    const { rows } = liveStore.getState();
    for (const id of now.incidents) for (const order of rows.get(id)?.orders ?? []) now.orders.add(order.id);
    void client.invalidateQueries({
      predicate: ({ queryKey: [name, request] }) => {
        const id = (request as { params?: { id?: string } } | undefined)?.params?.id ?? '';
        return isOutdated(String(name), id, now);
      },
    });
  };

  return onTouched(({ incidents, events }: Touched) => {
    for (const id of incidents) outdated.incidents.add(id);
    for (const id of ordersOf(events)) outdated.orders.add(id);
    const everything = events.length === 0;
    for (const list of everything ? ALL_LISTS : listsOf(events)) outdated.lists.add(list);
    outdated.everything ||= everything;
    if (timer === undefined) timer = setTimeout(flush, DEBOUNCE_MS);
  });
}
