import type { MorePhone } from '@liandong/shared/team';
import type { EntityManager } from 'typeorm';
import { phoneKind, toRegistered } from '../platform/phone.rules.js';
import { Problem } from '../platform/problem.js';

/** The first number is called first; the others follow in their order. @throws Problem bad-request on a number given twice */
export function orderedPhones(phones: readonly MorePhone[]): { phone: string; morePhones: MorePhone[] } {
  const local = phones.map(({ phone, label }) => ({ phone: toRegistered(phone), label }));
  const twice = local.findIndex((one, index) => local.findIndex((other) => other.phone === one.phone) < index);
  if (twice >= 0) throw Problem.field(`phones.${twice}.phone`, '与前面的号码重复');
  const [first, ...morePhones] = local;
  return { phone: first!.phone, morePhones };
}

/** What is odd about somebody's numbers: shared with others (which may be meant), or hardly a number. */
export async function phoneWarnings(
  tx: EntityManager,
  memberId: string,
  { phone, morePhones }: { phone: string; morePhones: readonly MorePhone[] },
): Promise<string[]> {
  const numbers = [phone, ...morePhones.map((more) => more.phone)];
  const shared: { number: string; owner: string }[] = await tx.query(
    `SELECT DISTINCT n.number, t.short_name || m.name AS owner
     FROM unnest($1::text[]) n(number)
       JOIN team_members m ON m.retired_at IS NULL AND m.id <> $2
         AND (m.phone = n.number OR m.more_phones @> jsonb_build_array(jsonb_build_object('phone', n.number)))
       JOIN teams t ON t.code = m.team_code ORDER BY 1, 2`,
    [numbers, memberId],
  );
  return [
    ...shared.map(({ number, owner }) => `号码 ${number} 也登记在${owner}名下`),
    ...numbers.filter((number) => phoneKind(number) === 'other').map((number) => `${number} 不像完整的电话号码`),
  ];
}
