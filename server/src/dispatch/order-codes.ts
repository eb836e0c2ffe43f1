import type { EntityManager } from 'typeorm';
import { OPEN } from './order.entity.js';

/** Emergency numbers: "120已到" in a reply speaks of the ambulance, never of an order. */
const NEVER = [110, 119, 120, 122];

/** The sequences codes come from: two or three digits while there are any, four when a storm has used them up. */
const SEQUENCES = [
  { name: 'order_codes', size: 990 },
  { name: 'order_codes_long', size: 9000 },
] as const;
const DRAW = 50;

/**
 * Short codes no open order carries. The sequences run round slowly, so that a late answer to an old order does not meet
 * a new one with the same code; and nobody else draws the same number at the same moment.
 * @throws Error when all 9,986 codes are on open orders
 */
export async function takeOrderCodes(tx: EntityManager, count: number): Promise<number[]> {
  const used: { code: number }[] = await tx.query(`SELECT code FROM orders WHERE ${OPEN}`);
  const taken = new Set([...NEVER, ...used.map((row) => row.code)]);
  const codes: number[] = [];
  for (const { name, size } of SEQUENCES) {
    // First exactly what is wanted; a stretch of codes in use is then passed in larger steps, once round at most.
    for (let drawn = 0, draw = count; drawn < size && codes.length < count; drawn += draw, draw = DRAW) {
      const next = await tx.query(`SELECT nextval('${name}')::int AS code FROM generate_series(1, $1)`, [draw]);
      for (const { code } of next) if (codes.length < count && !taken.has(code)) codes.push(code);
    }
  }
  if (codes.length < count) throw new Error('no free order codes');
  return codes;
}
