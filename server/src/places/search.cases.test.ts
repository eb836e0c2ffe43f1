import { expect, test } from '@jest/globals';
import { GAZETTEER } from '@liandong/seed/xianju/gazetteer';
import { TOWNSHIPS, township } from '@liandong/seed/xianju/townships';
import { searchCases } from '../../test/search-cases.js';
import { indexOf, searchPlaces } from './search.rules.js';

const at = ([lon, lat]: readonly [number, number]) => ({ lon, lat });
/** The demo county's gazetteer as the server has it in memory. */
const INDEX = indexOf([
  ...GAZETTEER.map((place) => ({
    ...place,
    kind: place.kind as string,
    location: at(place.location),
    grade: place.grade as string,
    townshipName: township(place.townshipCode).name,
  })),
  ...TOWNSHIPS.map(({ code, name, seat, seatGrade }) => ({
    code,
    name,
    aliases: [],
    kind: 'township',
    townshipCode: code,
    townshipName: name,
    location: at(seat),
    grade: seatGrade as string,
  })),
]);
const CASES = searchCases();

test('there are at least 300 queries, each typed once', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(300);
});

test('at least 97 % find the place that is meant among the first three', () => {
  const misses = CASES.flatMap(({ kind, typed, meant }) => {
    const hits = searchPlaces(INDEX, typed, 3);
    const names = hits.map(({ code, name, townshipName }) =>
      meant.startsWith('@') ? `@${code}` : `${townshipName} ${name}`,
    );
    return names.includes(meant) ? [] : [`${kind}: ${typed} meant ${meant}, found ${names.join(', ') || 'none'}`];
  });
  const share = 1 - misses.length / CASES.length;
  console.info(
    `${CASES.length} queries, ${(share * 100).toFixed(1)} % among the first three; missed:\n${misses.join('\n')}`,
  );
  expect(share).toBeGreaterThanOrEqual(0.97);
});
