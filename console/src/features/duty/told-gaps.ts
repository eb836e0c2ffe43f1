import type { GapView } from '@liandong/shared/duty';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type DeskGap, type ToldGaps, tell } from './gap-alarm.rules';

const KEY = 'liandong.gaps';

function remembered(): ToldGaps {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}
const store = createStore<ToldGaps>()(remembered);

export const useToldGaps = (): ToldGaps => useStore(store);

/** Remembered in this browser: a page that is loaded anew tells nothing twice. */
export function markGaps(now: readonly DeskGap[], done: 'heard' | 'taken', present: readonly GapView[]): void {
  const told = tell(store.getState(), now, done, present);
  localStorage.setItem(KEY, JSON.stringify(told));
  store.setState(told, true);
}
