/** The list with one item a place further up or down; null where it cannot go. */
export function swapped<T>(items: readonly T[], index: number, by: -1 | 1): T[] | null {
  const other = index + by;
  const [here, there] = [items[index], items[other]];
  if (here === undefined || there === undefined) return null;
  return items.map((item, at) => (at === index ? there : at === other ? here : item));
}
