/** A session ends after this much silence, and at the latest after a shift and a half. 本县约定 */
export const SESSION_LIMITS = { idleSeconds: 4 * 3600, absoluteSeconds: 18 * 3600 } as const;

/** Is this session still good at `now`? */
export function isLive(session: { createdAt: Date; lastSeenAt: Date }, now: Date): boolean {
  const seconds = (since: Date): number => (now.getTime() - since.getTime()) / 1000;
  return (
    seconds(session.lastSeenAt) < SESSION_LIMITS.idleSeconds &&
    seconds(session.createdAt) < SESSION_LIMITS.absoluteSeconds
  );
}
