import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Alarm, armSound, beep } from './beep';

/** The sound comes back after this, until somebody takes the alarm. */
const REPEAT_MS = 10_000;
const KEY = 'liandong.muted';
const store = createStore<{ muted: boolean }>()(() => ({ muted: localStorage.getItem(KEY) === '1' }));

export const useMuted = (): boolean => useStore(store, ({ muted }) => muted);

/** Silence, or not, of every alarm in this browser; remembered. */
export function mute(muted: boolean): void {
  localStorage.setItem(KEY, muted ? '1' : '0');
  store.setState({ muted });
}

/** Sounds again and again while there is an alarm; a further one (another `newest`) at once, not at the next repetition. */
export function useAlarmSound(kind: Alarm, newest: string | undefined): void {
  const muted = useMuted();
  useEffect(() => armSound(), []);
  useEffect(() => {
    if (muted || newest === undefined) return;
    beep(kind);
    const timer = setInterval(() => beep(kind), REPEAT_MS);
    return () => clearInterval(timer);
  }, [muted, kind, newest]);
}

/** Sounds once: at once, or as soon as the browser allows it and it is not muted. `heard` is called then, and ends it. */
export function useChime(kind: Alarm, wanted: boolean, heard: () => void): void {
  const muted = useMuted();
  const latest = useRef(heard);
  useEffect(() => {
    latest.current = heard;
  });
  useEffect(() => armSound(), []);
  useEffect(() => {
    if (muted || !wanted) return;
    const sound = (): void => {
      if (beep(kind)) latest.current();
    };
    sound();
    const timer = setInterval(sound, REPEAT_MS);
    return () => clearInterval(timer);
  }, [muted, kind, wanted]);
}
