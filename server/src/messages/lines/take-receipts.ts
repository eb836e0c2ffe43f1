import type { LineName } from '@liandong/shared/message';
import { Injectable } from '@nestjs/common';
import type { Receipt } from './line.js';

/** A receipt with our own reference, where the provider gave it back. */
export interface ReceiptOf extends Receipt {
  attemptId: string | null;
}

/** What providers tell of messages afterwards. */
@Injectable()
export class TakeReceipts {
  /** Twice, late or out of order does no harm: an attempt only moves forward. One nobody knows is ignored. */
  async run(_line: LineName, _receipts: readonly ReceiptOf[]): Promise<void> {}
}
