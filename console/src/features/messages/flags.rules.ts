import type { PhoneFlagView } from '@liandong/shared/message';

/** A number without what does not matter: spaces, dashes, the country's own code. */
export const plainPhone = (phone: string): string => phone.replace(/[\s-]/g, '').replace(/^\+86/, '');

/** What is known of each number that has a problem. */
export function flagsByPhone(flags: readonly PhoneFlagView[]): ReadonlyMap<string, PhoneFlagView[]> {
  const found = new Map<string, PhoneFlagView[]>();
  for (const flag of flags) {
    const phone = plainPhone(flag.phone);
    found.set(phone, [...(found.get(phone) ?? []), flag]);
  }
  return found;
}
