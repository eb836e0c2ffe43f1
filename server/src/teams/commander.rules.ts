import type { Post } from '@liandong/shared/team';

export interface Holder {
  id: string;
  name: string;
  post: Post;
}

/** Somebody else's post that changes with an act. */
export interface PostChange {
  id: string;
  post: Post;
}

/** Whose post is taken when somebody becomes commander; null: nobody's. A team has one commander. */
export function commanderBefore(active: readonly Holder[], newcomer: { id: string; post: Post }): Holder | null {
  if (newcomer.post !== 'commander') return null;
  return active.find((member) => member.post === 'commander' && member.id !== newcomer.id) ?? null;
}

/**
 * Who follows a member that leaves: a successor is named only for the commander and is of the same team.
 * @returns the change, `none`: nobody was named, or why not
 */
export function succession(
  active: readonly Holder[],
  leaving: Holder,
  successorId: string | undefined,
): { change: PostChange | null } | { wrong: 'not_commander' | 'not_of_team' | 'himself' } {
  if (successorId === undefined) return { change: null };
  if (leaving.post !== 'commander') return { wrong: 'not_commander' };
  if (successorId === leaving.id) return { wrong: 'himself' };
  const successor = active.find((member) => member.id === successorId);
  return successor ? { change: { id: successor.id, post: 'commander' } } : { wrong: 'not_of_team' };
}
