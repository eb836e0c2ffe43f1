let context: AudioContext | null = null;

/** Browsers allow sound only after a gesture: wake the sound up at each one until it runs. */
function wake(): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
}
export function armSound(): () => void {
  window.addEventListener('pointerdown', wake);
  window.addEventListener('keydown', wake);
  return () => {
    window.removeEventListener('pointerdown', wake);
    window.removeEventListener('keydown', wake);
  };
}

/** Two tones or more each: [start s, frequency Hz]. Different kinds sound different. */
const TONES = {
  acknowledge: [
    [0, 880],
    [0.18, 880],
  ],
  target: [
    [0, 988],
    [0.18, 740],
    [0.36, 988],
  ],
  messages: [
    [0, 494],
    [0.18, 392],
    [0.36, 494],
    [0.54, 392],
  ],
  duty: [
    [0, 523],
    [0.3, 659],
  ],
} as const;
export type Alarm = keyof typeof TONES;
const TONE_SECONDS = 0.14;

/** A short alarm; silent (and harmless) while the browser does not allow sound. @returns whether it sounded */
export function beep(kind: Alarm): boolean {
  if (context === null || context.state !== 'running') return false;
  for (const [start, frequency] of TONES[kind]) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const at = context.currentTime + start;
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.25, at + 0.01);
    volume.gain.setValueAtTime(0.25, at + TONE_SECONDS - 0.03);
    volume.gain.linearRampToValueAtTime(0, at + TONE_SECONDS);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + TONE_SECONDS);
  }
  return true;
}
