import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CommitSignal } from '../platform/commit-signal.js';

/** Runs one use case in one transaction and wakes the workers when it has committed. */
@Injectable()
export class Transactions {
  constructor(
    private readonly database: DataSource,
    private readonly signal: CommitSignal,
  ) {}

  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const result = await this.database.transaction(work);
    this.signal.committed();
    return result;
  }
}

/** Did this insert meet a row that is already there? Then the same write was sent twice at the same moment. */
export function isDuplicate(error: unknown, constraint: string): boolean {
  const cause = error as { code?: string; constraint?: string; driverError?: { code?: string; constraint?: string } };
  const driver = cause.driverError ?? cause;
  return driver.code === '23505' && driver.constraint === constraint;
}
