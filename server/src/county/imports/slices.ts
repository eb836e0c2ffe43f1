import { setImmediate as nextTurn } from 'node:timers/promises';

/** Rows worked through between two looks at whatever else the process has to do. */
const SLICE = 100;

/** Do something to each of many, letting orders, answers and clocks come in between. */
export async function inSlices<T>(
  all: readonly T[],
  act: (one: T) => void,
  onDone: (count: number) => void = () => {},
): Promise<void> {
  for (let at = 0; at < all.length; at += SLICE) {
    for (const one of all.slice(at, at + SLICE)) act(one);
    onDone(Math.min(all.length, at + SLICE));
    await nextTurn();
  }
}
