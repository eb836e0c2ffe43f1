/** One page of a list as the API answers it: a full page names the row the next one begins after. */
export function pageOf<T>(
  items: T[],
  limit: number,
  idOf: (item: T) => string,
): { items: T[]; nextCursor: string | null } {
  return { items, nextCursor: items.length === limit ? idOf(items.at(-1)!) : null };
}
