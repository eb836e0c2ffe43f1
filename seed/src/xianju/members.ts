import type { MemberSeed } from './types.js';

const SURNAMES = [...'陈王张李吴朱周郑应徐蒋沈杨金林顾潘俞胡方卢赵柯叶郭何泮项戴余马丁尹娄姚蔡冯许汪池齐季罗宋邵'];
const GIVEN = [...'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸'];

/** How many different people the placeholders give: every surname with every given name. */
export const PEOPLE_CAPACITY = SURNAMES.length * GIVEN.length;

/** Sequence numbers below this belong to the experts, from here on to the teams' members. */
export const FIRST_MEMBER_SEQUENCE = 33;

/** Placeholder name of the n-th person, e.g. 演示-陈一; unique below PEOPLE_CAPACITY, RangeError beyond. */
export function personName(sequence: number): string {
  if (sequence < 0 || sequence >= PEOPLE_CAPACITY)
    throw new RangeError(`only ${PEOPLE_CAPACITY} people, not ${sequence}`);
  // A prime step that shares no factor with the capacity visits each pair once and mixes the given names within a team.
  const mixed = (sequence * 7919) % PEOPLE_CAPACITY;
  return `演示-${SURNAMES[mixed % SURNAMES.length]}${GIVEN[Math.floor(mixed / SURNAMES.length)]}`;
}

/** Phone of the n-th person: 11 digits from 1003…; no mainland mobile number begins with 100. */
export function personPhone(sequence: number): string {
  // The factor shares none with 10^7, so different people get different digits.
  return `1003${String((sequence * 6_180_339 + 2_718_281) % 10_000_000).padStart(7, '0')}`;
}

/** 24 h alarm phone (接警电话) of the n-th team, counted from 1; 0576 inside it is the county's area code. */
export function alarmPhone(teamNumber: number): string {
  return `1000576${String(teamNumber).padStart(4, '0')}`;
}

const POSTS = ['commander', 'deputy', 'liaison', 'leader_in_charge'] as const;

/**
 * `strength` people beginning with one commander, deputy, liaison and leader in charge, the rest plain members.
 * Members take turns through the team's specialties; commander and deputy have the first, liaison and leader none.
 */
export function makeMembers(
  firstSequence: number,
  strength: number,
  specialties: readonly string[],
): readonly MemberSeed[] {
  return Array.from({ length: strength }, (_, index) => {
    const post: MemberSeed['post'] = POSTS[index] ?? 'member';
    const person = { name: personName(firstSequence + index), post, phone: personPhone(firstSequence + index) };
    if (post === 'liaison' || post === 'leader_in_charge') return person;
    const specialty = specialties[post === 'member' ? (index - POSTS.length) % specialties.length : 0];
    return specialty === undefined ? person : { ...person, specialty };
  });
}
