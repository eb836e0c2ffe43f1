import type { BroadcastGroup, BroadcastPreview } from '@liandong/shared/broadcast';
import { smsParts } from '@liandong/shared/sms-parts';
import type { TEAM_CLASSES } from '@liandong/shared/team';

/** What has been chosen and typed for a broadcast. `experts`: categories, `all` for every expert; `phones` as typed. */
export interface Draft {
  commanders: boolean;
  onDuty: boolean;
  classes: readonly (typeof TEAM_CLASSES)[number][];
  townships: readonly string[];
  teams: readonly string[];
  everyone: boolean;
  experts: readonly string[];
  phones: string;
  text: string;
  drill: boolean;
}
export const EMPTY_DRAFT: Draft = {
  commanders: false,
  onDuty: false,
  classes: [],
  townships: [],
  teams: [],
  everyone: false,
  experts: [],
  phones: '',
  text: '',
  drill: false,
};

export const ALL_EXPERTS = 'all';
/** The contract's limits. */
export const MOST_GROUPS = 20;
export const LONGEST_TEXT = 450;
const SHORTEST_TEXT = 2;

/** Typed numbers, each once; `bad`: what is no number. Dashes inside a number are dropped. */
export function readPhones(typed: string): { phones: string[]; bad: string[] } {
  const words = typed.split(/[\s,，、;；]+/).filter((word) => word !== '');
  const plain = [...new Set(words.map((word) => word.replace(/-/g, '')))];
  const isPhone = (word: string): boolean => /^\+?[0-9]{5,16}$/.test(word);
  return { phones: plain.filter(isPhone), bad: plain.filter((word) => !isPhone(word)) };
}

/** Whom it goes to, as the server wants it. */
export function toGroups(draft: Draft): BroadcastGroup[] {
  const { phones } = readPhones(draft.phones);
  const experts = draft.experts.includes(ALL_EXPERTS) ? [undefined] : draft.experts;
  return [
    ...(draft.commanders ? [{ kind: 'commanders' as const }] : []),
    ...(draft.onDuty ? [{ kind: 'on_duty' as const }] : []),
    ...draft.classes.map((teamClass) => ({ kind: 'team_class' as const, teamClass })),
    ...draft.townships.map((townshipCode) => ({ kind: 'township' as const, townshipCode })),
    ...(draft.teams.length > 0
      ? [{ kind: 'teams' as const, teamCodes: [...draft.teams], everyone: draft.everyone }]
      : []),
    ...experts.map((category) => ({ kind: 'experts' as const, category })),
    ...(phones.length > 0 ? [{ kind: 'phones' as const, phones }] : []),
  ];
}

/** Can it be asked what it would be: somebody is chosen, not too many groups, every number is one. */
export const canPreview = (draft: Draft, groups: readonly BroadcastGroup[]): boolean =>
  groups.length > 0 && groups.length <= MOST_GROUPS && readPhones(draft.phones).bad.length === 0;

/** Can it be sent: previewed as it stands, long enough, and somebody would get it. */
export const canSend = (draft: Draft, preview: BroadcastPreview | undefined): boolean =>
  preview !== undefined &&
  draft.text.trim().length >= SHORTEST_TEXT &&
  draft.text.trim().length <= LONGEST_TEXT &&
  preview.numbers > preview.unreachable;

/** Length and parts while typing: with what the server puts around the text, as far as a preview has said it. */
export function counted(text: string, around: number): { chars: number; parts: number } {
  const chars = text.trim().length + around;
  return { chars, parts: smsParts('x'.repeat(chars)) };
}
