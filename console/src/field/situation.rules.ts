import type { Casualties } from '@liandong/shared/situation';

export const FIGURES = ['dead', 'injured', 'missing', 'trapped', 'rescued'] as const;

/** What is being written; figures nobody knows are left out. */
export interface SituationDraft {
  note: string;
  casualties: Casualties;
}
export const EMPTY_SITUATION: SituationDraft = { note: '', casualties: {} };

/** Only the figures that are known, in their order. */
export const knownFigures = (casualties: Casualties): [(typeof FIGURES)[number], number][] =>
  FIGURES.flatMap((name) => (casualties[name] === undefined ? [] : [[name, casualties[name]]]));

export const hasSituation = ({ note, casualties }: SituationDraft): boolean =>
  note.trim() !== '' || knownFigures(casualties).length > 0;

/** What the report carries: no empty words, no empty figures. */
export function situationOf({ note, casualties }: SituationDraft): { note?: string; casualties?: Casualties } {
  const known = knownFigures(casualties);
  return {
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(known.length > 0 && { casualties: Object.fromEntries(known) }),
  };
}
