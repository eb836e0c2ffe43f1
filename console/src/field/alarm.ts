import { useEffect, useState } from 'react';

/** Two rising tones, like a pager; audible over wind, not mistaken for a ringtone. */
const TONES_HZ = [880, 1320] as const;
const EVERY_MS = 3_000;
const VIBRATION_MS = [400, 150, 400, 150, 700];

let context: AudioContext | null = null;

function audio(): AudioContext | null {
  if (typeof AudioContext === 'undefined') return null;
  context ??= new AudioContext();
  return context;
}

/** Browsers let sound start only from a touch: every first touch unlocks it. */
export function unlockSound(): void {
  void audio()
    ?.resume()
    .catch(() => undefined);
}

export const soundReady = (): boolean => context?.state === 'running';

/** Vibrating is allowed, like sound, only after the first touch. */
function vibrate(pattern: number | number[]): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(pattern);
}

function ring(): void {
  vibrate(VIBRATION_MS);
  const sound = audio();
  if (sound?.state !== 'running') return;
  TONES_HZ.forEach((hz, i) => {
    const start = sound.currentTime + i * 0.28;
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.type = 'square';
    tone.frequency.value = hz;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.3, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.26);
    tone.connect(volume).connect(sound.destination);
    tone.start(start);
    tone.stop(start + 0.27);
  });
}

/**
 * Ring, vibrate and flash the title as long as an order is unanswered.
 * @param title what the window's title alternates with; null: quiet
 * @returns whether the sound still waits for a touch
 */
export function useAlarm(title: string | null, muted: boolean): boolean {
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    if (title === null) return;
    const plain = document.title;
    let shown = false;
    const flash = setInterval(() => {
      shown = !shown;
      document.title = shown ? title : plain;
      setSilent(!soundReady());
    }, 1_000);
    return () => {
      clearInterval(flash);
      document.title = plain;
    };
  }, [title]);
  useEffect(() => {
    if (title === null || muted) return;
    ring();
    const timer = setInterval(ring, EVERY_MS);
    return () => {
      clearInterval(timer);
      vibrate(0);
    };
  }, [title, muted]);
  return title !== null && !muted && silent;
}
