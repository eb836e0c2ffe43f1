import type { ReadinessOrder, ReadinessState } from '@liandong/shared/readiness';

/** What is so about a team now. `onDutySince` null: nobody on duty. */
export interface ReadinessFacts {
  orders: readonly ReadinessOrder[];
  onDutySince: Date | null;
  strength: number;
  minimumStrength: number;
  shortSince: Date | null;
  outage: { reason: string; startsAt: string } | null;
}

export interface Readiness {
  state: ReadinessState;
  words: string[];
  since: string | null;
}

/**
 * How ready a team is, from facts alone. Its open orders decide before everything else: with one it is committed whatever else
 * is so, without one it never is. Then what takes it out (停勤, nobody on duty), then too few people, else it is available.
 */
export function readinessOf({
  orders,
  onDutySince,
  strength,
  minimumStrength,
  shortSince,
  outage,
}: ReadinessFacts): Readiness {
  const against = [
    outage && `停勤：${outage.reason}`,
    onDutySince === null ? '当前无人值班' : null,
    strength < minimumStrength ? `缺员：在册 ${strength} 人，应有 ${minimumStrength} 人` : null,
  ].filter((word) => word !== null);
  if (orders.length > 0) {
    const first = orders.map(({ since }) => since).sort()[0]!;
    return { state: 'committed', words: [`${orders.length} 条指令在办`, ...against], since: first };
  }
  if (outage) return { state: 'off', words: against, since: outage.startsAt };
  if (onDutySince === null) return { state: 'off', words: against, since: null };
  if (strength < minimumStrength) return { state: 'short', words: against, since: shortSince?.toISOString() ?? null };
  return { state: 'available', words: ['待命'], since: onDutySince.toISOString() };
}
