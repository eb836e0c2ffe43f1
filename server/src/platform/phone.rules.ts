/** What people and registers write between digits. */
const SEPARATORS = /[\s()（）-]/g;
/** 11 digits with a leading 1 are a mobile number; those beginning with 100 are the demo county's. */
const MOBILE = /^1\d{10}$/;
/** Area code of 3 or 4 digits, then 7 or 8. */
const LANDLINE = /^0[1-9]\d{1,2}\d{7,8}$/;
/** 110, 119, 12345, 95588, 96345 and their like. */
const SHORT = /^(1\d{2}|1\d{4}|95\d{3,6}|96\d{3,4})$/;
const FOREIGN = /^\+(?!86)[1-9]\d{4,14}$/;
/** A landline with the country's code has lost its 0; without plus or 00 only a mobile number is told from others. */
const WITH_COUNTRY: readonly [RegExp, string][] = [
  [/^(?:\+|00)?86(1\d{10})$/, ''],
  [/^(?:\+|00)860?([2-9]\d{1,2}\d{7,8}|10\d{8})$/, '0'],
];

export type PhoneKind = 'mobile' | 'landline' | 'short' | 'foreign' | 'other';

/** As the county writes it: without the country's code. What is no mainland number stays as it came. */
export function toLocal(phone: string): string {
  const digits = phone.replace(SEPARATORS, '');
  if (MOBILE.test(digits)) return digits;
  for (const [shape, trunk] of WITH_COUNTRY) {
    const rest = shape.exec(digits)?.[1];
    if (rest) return trunk + rest;
  }
  return phone;
}

/** As the register keeps it: digits only, without the country's code, so that one number is one text. */
export const toRegistered = (phone: string): string => toLocal(phone).replace(SEPARATORS, '');

/** As providers abroad want it, `+8613800000000`. A short number has no such form and stays as it came. */
export function toE164(phone: string): string {
  const local = toLocal(phone).replace(SEPARATORS, '').replace(/^00/, '+');
  if (MOBILE.test(local)) return `+86${local}`;
  if (LANDLINE.test(local)) return `+86${local.slice(1)}`;
  return FOREIGN.test(local) ? local : phone;
}

export function phoneKind(phone: string): PhoneKind {
  const local = toLocal(phone).replace(SEPARATORS, '').replace(/^00/, '+');
  if (MOBILE.test(local)) return 'mobile';
  if (LANDLINE.test(local)) return 'landline';
  if (SHORT.test(local)) return 'short';
  return FOREIGN.test(local) ? 'foreign' : 'other';
}
