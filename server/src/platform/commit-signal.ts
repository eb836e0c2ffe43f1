import { Injectable } from '@nestjs/common';

/** Wakes the workers of this node the moment a transaction has committed; they also look by themselves now and then. */
@Injectable()
export class CommitSignal {
  private readonly listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  committed(): void {
    for (const listener of this.listeners) listener();
  }
}
