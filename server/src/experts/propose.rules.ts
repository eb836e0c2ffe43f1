import type { ExpertView } from '@liandong/shared/expert';
import { ANY_NEED, type ExpertNeed, MAJOR_FIELDS, NEEDS } from './expert-needs.table.js';

export interface IncidentFacts {
  typeCode: string | null;
  typeName: string | null;
  major: boolean;
}

export interface Proposed {
  expert: ExpertView;
  ticked: boolean;
  reasons: string[];
  asked: boolean;
}

/** So many are ticked at most; more would be an assembly. 本县约定 */
const MOST_TICKED = 4;

export const needOf = ({ typeCode }: IncidentFacts): ExpertNeed =>
  (typeCode !== null && Object.hasOwn(NEEDS, typeCode) && NEEDS[typeCode]) || ANY_NEED;

/**
 * The expert group for one incident, best first: by the fields the type needs, the most needed field first, then the
 * category; for a major one also who knows command and the press. Ticked: whose field it is, and who was not asked yet.
 */
export function proposeExperts(
  incident: IncidentFacts,
  experts: readonly ExpertView[],
  asked: ReadonlySet<string>,
): Proposed[] {
  const need = needOf(incident);
  const what = incident.typeName ?? '本警情';
  const ranked = experts.map((expert, order) => {
    const field = need.fields.findIndex((word) => expert.specialty.includes(word));
    const inCategory = expert.category === need.category;
    const majorField = incident.major ? MAJOR_FIELDS.findIndex((word) => expert.specialty.includes(word)) : -1;
    const score = (field < 0 ? 0 : 100 - field) + (majorField < 0 ? 0 : 50 - majorField) + (inCategory ? 10 : 0);
    const reasons = [
      ...(field < 0 ? [] : [`专长“${expert.specialty}”对应${what}`]),
      ...(majorField < 0 ? [] : [`重大警情需要“${expert.specialty}”`]),
      ...(inCategory && field < 0 ? [`同属${need.category}类：${expert.specialty}`] : []),
      ...(asked.has(expert.id) ? ['已请过'] : []),
    ];
    return { expert, order, score, reasons, fits: field >= 0 || majorField >= 0, asked: asked.has(expert.id) };
  });
  ranked.sort((a, b) => b.score - a.score || a.order - b.order);
  let left = MOST_TICKED;
  return ranked.map(({ expert, reasons, fits, asked: askedAlready }) => {
    const ticked = fits && !askedAlready && left > 0;
    if (ticked) left -= 1;
    return { expert, ticked, reasons, asked: askedAlready };
  });
}

/** Where and what, as the text says it: `横溪镇下陈村山体滑坡`. */
export const placeWords = (place: string | null, township: string | null, typeName: string | null): string =>
  `${place ?? township ?? ''}${typeName ?? '突发事件'}`.slice(0, 40);
