import type { Figure } from './check.js';

/** Columns on a terminal: a Chinese character takes two. */
const width = (text: string): number => [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/u.test(c) ? 2 : 1), 0);
const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));

export const mismatches = (figures: readonly Figure[]): Figure[] =>
  figures.filter((figure) => figure.believed !== undefined && figure.believed !== figure.found);

/** What happened, number by number; a number the API sees otherwise is marked. */
export function closingTable(figures: readonly Figure[]): string {
  const wrong = new Set(mismatches(figures));
  let group = '';
  const lines = figures.map((figure) => {
    const head = figure.group === group ? '' : figure.group;
    group = figure.group;
    const { believed, found } = figure;
    const mark = believed === undefined ? '' : wrong.has(figure) ? `✗ API：${found}` : '✓';
    return `  ${pad(head, 12)}${pad(figure.name, 24)}${String(believed ?? found).padStart(6)}  ${mark}`.trimEnd();
  });
  return lines.join('\n');
}
