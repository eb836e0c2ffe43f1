import type { LiveEvent } from '@liandong/shared/realtime';

/** Incidents that something happened to, with the events (empty after a reload of everything). */
export interface Touched {
  incidents: ReadonlySet<string>;
  events: readonly LiveEvent[];
}
type Listener = (touched: Touched) => void;
const listeners = new Set<Listener>();

export function emitTouched(touched: Touched): void {
  for (const listener of listeners) listener(touched);
}

export function onTouched(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
