import { Injectable } from '@nestjs/common';

/** What a commit may have left for a worker to do: sealed events always, messages when some were queued, duty when the roster changed. */
export type Work = 'events' | 'messages' | 'obligations' | 'duty';

/** Wakes the workers of this node the moment a transaction has committed; they also look by themselves now and then. */
@Injectable()
export class CommitSignal {
  private readonly listeners = new Map<Work, Set<() => void>>();

  subscribe(work: Work, listener: () => void): () => void {
    const listeners = this.listeners.get(work) ?? new Set();
    this.listeners.set(work, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  wake(...kinds: Work[]): void {
    for (const kind of kinds) for (const listener of this.listeners.get(kind) ?? []) listener();
  }

  /** Time itself has jumped: everybody looks. */
  wakeAll(): void {
    this.wake('events', 'messages', 'obligations', 'duty');
  }
}
