import { useEffect, useState } from 'react';
import { isUnanswered } from './project.rules';
import type { Entry } from './queue.rules';

export interface Selection {
  current: Entry | null;
  select: (orderId: string) => void;
}

/** Which order is on the screen: a new order takes it, afterwards the person chooses. */
export function useSelection(entries: readonly Entry[]): Selection {
  const [picked, select] = useState<string | null>(null);
  const newest = entries.find(({ shown }) => isUnanswered(shown.status))?.order.id ?? null;
  useEffect(() => {
    if (newest !== null) select(newest);
  }, [newest]);
  return { current: entries.find(({ order }) => order.id === picked) ?? entries[0] ?? null, select };
}
