/**
 * Whether `typed` is `meant` but for one slip: a letter dropped, doubled, swapped with the next, or another in its place.
 * `begins`: it need only be the beginning of what is meant.
 */
export function withinOneSlip(typed: string, meant: string, begins = false): boolean {
  const gap = meant.length - typed.length;
  if (gap < -1 || (!begins && gap > 1)) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  const same = (fromTyped: number, fromMeant: number): boolean => {
    const rest = typed.slice(fromTyped);
    return begins ? meant.startsWith(rest, fromMeant) : meant.slice(fromMeant) === rest;
  };
  if (at === typed.length) return begins || gap <= 1;
  const swapped = typed[at] === meant[at + 1] && typed[at + 1] === meant[at] && same(at + 2, at + 2);
  return swapped || same(at + 1, at + 1) || same(at, at + 1) || same(at + 1, at);
}

/**
 * How syllables are begun: `xiac`, `xchen`, `xc` for xia chen. Answers how many syllables were needed, 0 when it does not fit.
 * Each syllable gives its first letter at least.
 */
export function syllablesBegun(typed: string, syllables: readonly string[], from = 0, at = 0): number {
  if (at === typed.length) return from;
  const syllable = syllables[from];
  if (syllable === undefined) return 0;
  let length = 0;
  while (length < syllable.length && typed[at + length] === syllable[length]) length += 1;
  for (let taken = length; taken > 0; taken -= 1) {
    const needed = syllablesBegun(typed, syllables, from + 1, at + taken);
    if (needed > 0) return needed;
  }
  return 0;
}

/** Whether all characters of `typed` stand in `meant` in their order, the first one first. */
export function isSkeleton(typed: string, meant: string): boolean {
  if (typed[0] !== meant[0]) return false;
  let at = 0;
  for (const char of meant) if (char === typed[at]) at += 1;
  return at === typed.length;
}
