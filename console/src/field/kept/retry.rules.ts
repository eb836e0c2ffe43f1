import { BACKOFF_MS, pauseAfter, sane } from '../outbox.rules';

/** What everything kept on this phone knows of its attempts. `notBefore` in ms by the device's clock. */
export interface Tries {
  attempts: number;
  notBefore: number;
}
export const UNTRIED: Tries = { attempts: 0, notBefore: 0 };

/** Note the attempt before the call. */
export const tried = <T extends Tries>(kept: T): T => ({ ...kept, attempts: kept.attempts + 1 });

/** No answer: again after a pause that grows. */
export const putOff = <T extends Tries>(kept: T, now: number): T => ({
  ...kept,
  notBefore: now + pauseAfter(kept.attempts),
});

/** When it may be tried (ms, device). A device clock that was put back does not hold anything for hours. */
export const readyAt = (kept: Tries, now: number): number => sane(kept.notBefore, now, Math.max(...BACKOFF_MS));
