/** A database that starts, recovers after a crash, or is not listening yet. Anything else will not mend by itself. */
const COMING_UP = ['57P03', '57P01', '57P02', 'ECONNREFUSED', 'ECONNRESET'];
const AGAIN_MS = 500;

/** How long a start waits for its database: after a power cut both come up together, the database more slowly. */
export const PATIENCE_MS = 120_000;

export const isComingUp = (error: unknown): boolean => COMING_UP.includes((error as { code?: string }).code ?? '');

/**
 * Does it again until the database is there.
 * @param say told once, when it has to wait
 * @throws what the last try threw, when patience is over or the fault is another
 */
export async function onceUp<T>(attempt: () => Promise<T>, patienceMs: number, say: () => void): Promise<T> {
  const tries = Math.ceil(patienceMs / AGAIN_MS);
  for (let left = tries; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isComingUp(error) || left <= 0) throw error;
      if (left === tries) say();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
