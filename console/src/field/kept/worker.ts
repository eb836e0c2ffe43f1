/** The next piece of work, and from which instant (ms, device); null: nothing waits. */
export type Due = { at: number; run: () => Promise<void> } | null;

/** Shorter looks would only warm the phone. */
const SHORTEST_MS = 20;
/** A timer of the browser cannot be trusted over longer spans: the phone sleeps. */
const LONGEST_MS = 30_000;

/**
 * One worker of this phone: does what is due, one piece at a time, and sleeps until the next.
 * @returns how to wake it
 */
export function makeWorker(next: (now: number) => Due): () => void {
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    clearTimeout(timer);
    if (busy) return;
    const now = Date.now();
    const due = next(now);
    if (due === null) return;
    if (due.at > now) {
      timer = setTimeout(() => void look(), Math.min(LONGEST_MS, Math.max(SHORTEST_MS, due.at - now)));
      return;
    }
    busy = true;
    await due.run().catch(() => undefined);
    busy = false;
    return look();
  }
  return () => void look();
}
