import { serverNow, setServerNow } from '../ui/clock';

let measured = false;

/** Take the server's instant over and remember that this device's error is known. */
export function measureClock(iso: string, roundTripMs = 0): void {
  setServerNow(iso, roundTripMs);
  measured = true;
}

/** How far this device's clock is ahead of the server's, in seconds; unknown before the first answer. */
export function deviceOffsetSeconds(): number | undefined {
  return measured ? Math.round((Date.now() - serverNow()) / 100) / 10 : undefined;
}
