export type DutyWord = 'check_in' | 'agree' | 'refuse';

/** What a phone may say of duty, as whole texts (本县约定); none of them is a word of an order. */
const WORDS: Readonly<Record<DutyWord, readonly string[]>> = {
  check_in: ['签到', '值班签到', '到岗', '已到岗', '到岗签到'],
  agree: ['同意', '同意换班'],
  refuse: ['不同意', '不同意换班'],
};

const MEANING = new Map(
  Object.entries(WORDS).flatMap(([word, texts]) => texts.map((text) => [text, word as DutyWord] as const)),
);

/** Null: it says something else. Signs, spaces and letters of another width do not count. */
export const dutyWordOf = (text: string): DutyWord | null =>
  MEANING.get(text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')) ?? null;
