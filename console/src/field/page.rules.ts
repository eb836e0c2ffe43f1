/** What is on the screen. Tabs have no id; the others are about one order, notice or follow-up. */
export const TABS = ['orders', 'todo', 'duty', 'hotline'] as const;
export type Tab = (typeof TABS)[number];
const PAPERS = ['feedback', 'notice', 'followUp'] as const;
/** Lists laid over a tab, opened from the menu. */
const LISTS = ['ended', 'members', 'equipment', 'documents'] as const;
export type Page = { name: Tab | (typeof LISTS)[number] } | { name: (typeof PAPERS)[number]; id: string };

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name);

/** The page an address fragment names (`#/feedback/…`); anything else is the orders. */
export function readPage(hash: string): Page {
  const [name = '', id = ''] = hash.replace(/^#\/?/, '').split('/');
  if (isOneOf(PAPERS, name) && id !== '') return { name, id: decodeURIComponent(id) };
  return isOneOf([...TABS, ...LISTS] as const, name) ? { name } : { name: 'orders' };
}

/** The fragment of a page. */
export const addressOf = (page: Page): string =>
  'id' in page ? `#/${page.name}/${encodeURIComponent(page.id)}` : `#/${page.name}`;

/** A tab keeps the bar below it; a paper has the screen for itself. */
export const isTab = (page: Page): page is { name: Tab } => isOneOf(TABS, page.name);
