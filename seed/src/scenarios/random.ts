/** A source of variation that gives the same run for the same seed, on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [low, high]. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the rows, as often as its weight says. */
  weighted<T>(rows: readonly (readonly [item: T, weight: number])[]): T;
}

/** Mulberry32 (public domain, Tommy Ettinger): 32 bits of state, good enough for a simulated day, never for a secret. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(0, items.length - 1)]!,
    weighted: (rows) => {
      let left = next() * rows.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of rows) {
        left -= weight;
        if (left < 0) return item;
      }
      return rows.at(-1)![0];
    },
  };
}

/**
 * `total` things shared out by expected numbers that need not be whole: each share is its expectation rounded down or
 * up, the sum is exactly `total`, and over many seeds the mean of each share is its expectation (systematic sampling).
 */
export function shareOut(random: Random, total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const start = random.next();
  let reached = 0;
  let given = 0;
  return weights.map((weight, index) => {
    reached += (weight / sum) * total;
    const upTo = index === weights.length - 1 ? total : Math.min(total, Math.floor(reached + start));
    const share = upTo - given;
    given = upTo;
    return share;
  });
}
