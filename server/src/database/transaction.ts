import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CommitSignal, type Work } from '../platform/commit-signal.js';

/** What a transaction leaves for the workers, by its manager; gone with it. */
const leftBehind = new WeakMap<EntityManager, Set<Work>>();

/** This transaction leaves work of a kind: its worker is woken at the commit. */
export function leaveWork(tx: EntityManager, kind: Work): void {
  leftBehind.get(tx)?.add(kind);
}

/** Runs one use case in one transaction and wakes the workers that got something to do, once it has committed. */
@Injectable()
export class Transactions {
  constructor(
    private readonly database: DataSource,
    private readonly signal: CommitSignal,
  ) {}

  run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.again(() => {
      const kinds = new Set<Work>(['events']);
      const done = this.database.transaction((tx) => {
        leftBehind.set(tx, kinds);
        return work(tx);
      });
      return this.thenWake(done, kinds);
    });
  }

  /** A use case that writes by one statement alone: that is a transaction by itself, and spares two trips to the database. */
  statement<T>(work: (database: EntityManager) => Promise<T>): Promise<T> {
    return this.again(() => this.thenWake(work(this.database.manager), ['events']));
  }

  private async thenWake<T>(work: Promise<T>, kinds: Iterable<Work>): Promise<T> {
    const result = await work;
    this.signal.wake(...kinds);
    return result;
  }

  private async again<T>(once: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await once();
      } catch (error) {
        if (tries >= (TRIES[codeOf(error) ?? ''] ?? 1)) throw error;
      }
    }
  }
}

/**
 * Faults after which a transaction, rolled back wholly, is simply done again, and how often it is tried at most: two waited
 * for each other (40P01); two made the same row at the same moment (23505), and a second look finds the other's.
 */
const TRIES: Record<string, number> = { '40P01': 3, '23505': 2 };

const codeOf = (error: unknown): string | undefined => {
  const cause = error as { code?: string; driverError?: { code?: string } };
  return (cause.driverError ?? cause).code;
};

/** Did this insert meet a row that is already there? Then the same write was sent twice at the same moment. */
export function isDuplicate(error: unknown, constraint: string): boolean {
  const cause = error as { code?: string; constraint?: string; driverError?: { code?: string; constraint?: string } };
  const driver = cause.driverError ?? cause;
  return driver.code === '23505' && driver.constraint === constraint;
}
