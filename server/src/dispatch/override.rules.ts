/** What was sent against what was proposed: teams left out, teams added. */
export interface Override {
  left: string[];
  added: string[];
}

/** Null: it was followed, or there was nothing to follow. */
export function overrideOf(proposed: readonly string[], sent: readonly string[]): Override | null {
  if (proposed.length === 0) return null;
  const left = proposed.filter((code) => !sent.includes(code));
  const added = sent.filter((code) => !proposed.includes(code));
  return left.length + added.length > 0 ? { left, added } : null;
}

/** As the timeline says it: 未按推荐：未派 S05，加派 P07. */
export function overrideWords({ left, added }: Override): string {
  const parts = [
    left.length > 0 ? `未派 ${left.join('、')}` : null,
    added.length > 0 ? `加派 ${added.join('、')}` : null,
  ];
  return `未按推荐：${parts.filter((part) => part !== null).join('，')}`;
}
