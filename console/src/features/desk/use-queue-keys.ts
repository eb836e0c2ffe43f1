import { useEffect } from 'react';
import { useKeys } from '../../ui/keys';
import { deskStore, select } from './desk-state';

/** J/K and the arrows move through the queue as it is shown; Enter goes on into the detail. */
export function useQueueKeys(ids: readonly string[]): void {
  const move = (by: number): void => {
    const at = ids.indexOf(deskStore.getState().selectedId ?? '');
    const next = ids[at === -1 ? 0 : Math.min(ids.length - 1, Math.max(0, at + by))];
    if (next !== undefined) select(next);
  };
  const down = (): void => move(1);
  const up = (): void => move(-1);
  useKeys({
    j: down,
    ArrowDown: down,
    k: up,
    ArrowUp: up,
    Enter: () => document.querySelector<HTMLElement>('[data-detail-focus]')?.focus(),
    f: () => document.getElementById('queue-filter')?.focus(),
  });
  // Nothing selected yet: what is most pressing.
  const first = ids[0];
  useEffect(() => {
    if (first !== undefined && deskStore.getState().selectedId === null) select(first);
  }, [first]);
}
