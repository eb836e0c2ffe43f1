import { z } from 'zod';
import { LonLat } from './basics.js';

/**
 * Townships as somebody types or pastes them, one a line: `横溪镇`, `安洲街道 城区`, `101 横溪镇 否 120.472 28.733`. Words in any
 * order, with spaces, tabs or commas between them. `around`: roughly where the county town lies (WGS-84); seats whose
 * line has no point are sketched round it (示意) until they are known.
 */
export const TypeTownships = z.object({ text: z.string().max(20_000), around: LonLat.optional() });
export type TypeTownships = z.infer<typeof TypeTownships>;

export const LINE_FAULTS = [
  'noName',
  'twoNames',
  'nameAgain',
  'codeAgain',
  'codeTwice',
  'halfPoint',
  'offMap',
] as const;
export type LineFault = (typeof LINE_FAULTS)[number];

export interface TownshipLine {
  /** As an editor numbers it, from 1. */
  line: number;
  name: string;
  /** null: the line does not say. */
  urban: boolean | null;
  code: string | null;
  point: { lon: number; lat: number } | null;
}

const URBAN: Readonly<Record<string, boolean>> = {
  ...{ 城区: true, 市区: true, 属于城区: true, 是: true, urban: true, yes: true },
  ...{ 乡镇: false, 非城区: false, 不属于城区: false, 否: false, rural: false, no: false },
};

const CODE = /^[0-9]{3}$/;
const DEGREES = /^-?[0-9]{1,3}\.[0-9]+$/;

interface Words {
  names: string[];
  codes: string[];
  urban: boolean | null;
  degrees: number[];
}

function sort(words: readonly string[]): Words {
  const sorted: Words = { names: [], codes: [], urban: null, degrees: [] };
  for (const word of words) {
    const urban = URBAN[word.toLowerCase()];
    if (urban !== undefined) sorted.urban = urban;
    else if (CODE.test(word)) sorted.codes.push(word);
    else if (DEGREES.test(word)) sorted.degrees.push(Number(word));
    else sorted.names.push(word);
  }
  return sorted;
}

function faultOf({ names, codes, degrees }: Words, before: readonly TownshipLine[]): LineFault | null {
  if (names.length === 0) return 'noName';
  if (names.length > 1) return 'twoNames';
  if (codes.length > 1) return 'codeTwice';
  if (degrees.length !== 0 && degrees.length !== 2) return 'halfPoint';
  const [lon = 0, lat = 0] = degrees;
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return 'offMap';
  if (before.some(({ name }) => name === names[0])) return 'nameAgain';
  return before.some(({ code }) => code !== null && code === codes[0]) ? 'codeAgain' : null;
}

/** What the lines say, and what is wrong with which. Empty lines are passed over. */
export function readTownshipList(text: string): { rows: TownshipLine[]; faults: { line: number; fault: LineFault }[] } {
  const rows: TownshipLine[] = [];
  const faults: { line: number; fault: LineFault }[] = [];
  for (const [index, typed] of text.split(/\r?\n/).entries()) {
    const words = typed.split(/[\s,，、;；]+/).filter((word) => word !== '');
    if (words.length === 0) continue;
    const line = index + 1;
    const sorted = sort(words);
    const fault = faultOf(sorted, rows);
    if (fault) faults.push({ line, fault });
    const [lon, lat] = sorted.degrees;
    rows.push({
      line,
      name: sorted.names[0] ?? '',
      urban: sorted.urban,
      code: sorted.codes[0] ?? null,
      point: lon === undefined || lat === undefined ? null : { lon, lat },
    });
  }
  return { rows, faults };
}
