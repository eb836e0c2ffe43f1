import type { LonLat } from '@liandong/shared/basics';
import type { EquipmentFound, EquipmentHit, EquipmentView } from '@liandong/shared/equipment';
import type { ExpertCallView, ExpertView } from '@liandong/shared/expert';
import type { MorePhone } from '@liandong/shared/team';

const has = (parts: readonly string[], words: string): boolean => {
  const all = parts.join(' ').toLowerCase();
  return words
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
};

/** Every word typed stands somewhere in what is known of him. */
export const expertFits = (expert: ExpertView, words: string): boolean =>
  has(
    [
      expert.name,
      expert.category,
      expert.specialty,
      expert.unit,
      expert.title,
      expert.phone,
      ...expert.morePhones.map(({ phone }) => phone),
    ],
    words,
  );

export const EQUIPMENT_FILTERS = ['all', 'expiry', 'faulty', 'check'] as const;
export type EquipmentFilter = (typeof EQUIPMENT_FILTERS)[number];

const FILTERS: Record<EquipmentFilter, (item: EquipmentView) => boolean> = {
  all: () => true,
  expiry: ({ expiry }) => expiry !== null,
  faulty: ({ condition }) => condition !== 'good',
  check: ({ checkDue }) => checkDue,
};

export const equipmentFits = (item: EquipmentView, filter: EquipmentFilter, words: string): boolean =>
  FILTERS[filter](item) &&
  has(
    [item.category, item.name, item.teamCode ?? '', item.teamName ?? '', item.placeText, item.contactName, item.note],
    words,
  );

/** How a call stands: `chased` = asked again and still without an answer. */
export type CallState = 'waiting' | 'chased' | 'coming' | 'advising' | 'cannot';
export const callState = ({ answer, chasedAt }: Pick<ExpertCallView, 'answer' | 'chasedAt'>): CallState =>
  answer ?? (chasedAt === null ? 'waiting' : 'chased');

/** A sign beside the word: the state is never told by colour alone. */
export const CALL_SIGNS: Record<CallState, string> = {
  waiting: '…',
  chased: '!',
  coming: '→',
  advising: '☎',
  cannot: '□',
};

/** When he will be there, as he said; null when he said nothing of it. */
export const arrivalOf = ({ answer, answeredAt, etaMinutes }: ExpertCallView): number | null =>
  answer === 'coming' && answeredAt !== null && etaMinutes !== null
    ? Date.parse(answeredAt) + etaMinutes * 60_000
    : null;

/** `3.4`, from ten kilometres on whole ones. */
export const kilometres = (metres: number): string => {
  const km = metres / 1000;
  return km >= 10 ? String(Math.round(km)) : km.toFixed(1);
};

/** Things found that lie on one point. `number`: from 1, the nearest first, the same in the list and on the map. */
export interface HitPlace {
  number: number;
  at: LonLat;
  metres: number | null;
  items: readonly EquipmentHit[];
}

/** Where the things found lie, in the order they were found in; what lies nobody knows where is not on the map. */
export function placesOf(items: readonly EquipmentHit[]): HitPlace[] {
  const places = new Map<string, HitPlace>();
  for (const item of items) {
    if (item.location === null) continue;
    const key = `${item.location.lon} ${item.location.lat}`;
    const known = places.get(key) ?? { number: places.size + 1, at: item.location, metres: item.metres, items: [] };
    places.set(key, { ...known, items: [...known.items, item] });
  }
  return [...places.values()];
}

/** Was anything of the query understood? */
export const understood = ({ kinds, words, teams, radiusKm, from }: EquipmentFound): boolean =>
  kinds.length + words.length + teams.length > 0 || radiusKm !== null || from !== null;

/** `120.73,28.85` also with Chinese comma or spaces; empty is no point; null cannot be read. */
export function readPoint(text: string): LonLat | 'none' | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return 'none';
  const [, lon, lat] = /^(-?\d{1,3}(?:\.\d+)?)[\s,，]+(-?\d{1,2}(?:\.\d+)?)$/.exec(plain) ?? [];
  if (lon === undefined || lat === undefined) return null;
  return Math.abs(Number(lon)) <= 180 && Math.abs(Number(lat)) <= 90 ? { lon: Number(lon), lat: Number(lat) } : null;
}

/** One phone a line, what it is behind a space. */
export const readPhones = (text: string): MorePhone[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [phone, ...label] = line.split(/\s+/);
      return { phone: phone!, label: label.join(' ') };
    });

export const writePhones = (phones: readonly MorePhone[]): string =>
  phones.map(({ phone, label }) => `${phone} ${label}`.trim()).join('\n');
