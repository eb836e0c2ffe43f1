import { useSyncExternalStore } from 'react';

/** The server's clock minus this machine's, in ms. Countdowns obey the server, whatever the browser's clock says. */
let offsetMs = 0;
let known = false;
/** Jitter of the line up to this much does not move the clock. */
const TOLERANCE_MS = 400;

const listeners = new Set<() => void>();
let second = Math.floor(Date.now() / 1000) * 1000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The server's present instant, ms since the epoch. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

/** An instant of this machine (ms) as the server's clock would have said it. */
export const toServerTime = (deviceMs: number): number => deviceMs + offsetMs;

function tick(): void {
  second = Math.floor(serverNow() / 1000) * 1000;
  for (const listener of listeners) listener();
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  if (listeners.size === 0) return;
  // A few ms past the full second, so that a timer that fires early does not show the old one twice.
  timer = setTimeout(tick, 1000 - (serverNow() % 1000) + 4);
}

/**
 * Take the server's instant over.
 * @param roundTripMs how long the answer took; half of it has passed since the server looked at its clock
 */
export function setServerNow(iso: string, roundTripMs = 0): void {
  const offset = Date.parse(iso) + roundTripMs / 2 - Date.now();
  if (Number.isNaN(offset) || (known && Math.abs(offset - offsetMs) < TOLERANCE_MS)) return;
  offsetMs = offset;
  known = true;
  tick();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

/** The present full second of the server (ms); one tick a second for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => second);
}

/** The present second without subscribing (for event handlers and map labels). */
export const presentSecond = (): number => Math.floor(serverNow() / 1000) * 1000;
export { subscribe as onSecond };
