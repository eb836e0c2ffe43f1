import type { EntityManager } from 'typeorm';
import { OPEN } from './order.queries.js';

/** Emergency numbers: "120已到" in a reply speaks of the ambulance, never of an order. */
const NEVER = [110, 119, 120, 122];

/**
 * Short codes no open order carries. The sequence runs round slowly, so that a late answer to an old order
 * does not meet a new one with the same code.
 * @throws Error when fewer than `count` of the codes 10…999 are free
 */
export async function takeOrderCodes(tx: EntityManager, count: number): Promise<number[]> {
  const used = await tx.query(`SELECT code FROM orders WHERE ${OPEN}`);
  const taken = new Set<number>([...NEVER, ...used.map((row: { code: number }) => row.code)]);
  const codes: number[] = [];
  for (let tries = 0; codes.length < count && tries < 20; tries += 1) {
    const next = await tx.query(`SELECT nextval('order_codes')::int AS code FROM generate_series(1, $1)`, [
      count - codes.length,
    ]);
    for (const { code } of next) if (!taken.has(code)) codes.push(code);
  }
  if (codes.length < count) throw new Error('no free order codes');
  return codes;
}
