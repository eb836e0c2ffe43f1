import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CONFIG, type Config } from '../../../config.js';
import { Clock } from '../../../platform/clock.js';
import type { HookRequest } from '../../../platform/hook-body.js';
import { Problem } from '../../../platform/problem.js';
import { RefuseHook } from '../../lines/hooks.js';
import { doubtKey, itemsOf, sift } from './aliyun.hook.rules.js';

const SOURCE = 'aliyun';

/** Aliyun looks only whether `code` is a number, and pushes again after 1, 5 and 10 minutes when it is not. */
export const TAKEN = { code: 0, msg: '接收成功' } as const;

/** One kind of push: where it arrives and what it is a list of. */
export interface PushKind<T> {
  path: string;
  schema: z.ZodType<T>;
  timeOf: (item: T) => Date | null;
}

/** Pushes of Aliyun: whether they are its own, and what of them can be used. */
@Injectable()
export class BelievePush {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly refuse: RefuseHook,
  ) {}

  /**
   * Do what a push asks for. What is wrong with some of it goes on record, the rest is done.
   * @param act says how many it could make nothing of
   * @throws Problem not-found without Aliyun, hook-refused, bad-request when nothing of it can be used
   */
  async run<T>(
    request: HookRequest,
    { path, schema, timeOf }: PushKind<T>,
    act: (items: T[]) => Promise<number>,
  ): Promise<typeof TAKEN> {
    const { aliyun } = this.config;
    if (!aliyun) throw new Problem('not-found');
    const why = doubtKey(request.query.key, path, aliyun.hookSecret);
    if (why) return this.refuse.run(SOURCE, why, request);
    const items = itemsOf(request.body ?? Buffer.alloc(0), request.hookType);
    if (!items) return this.refuse.run(SOURCE, 'malformed', request);
    const { good, late, malformed } = sift(items, schema, timeOf, this.clock.now());
    if (good.length === 0 && items.length > 0)
      return this.refuse.run(SOURCE, late > 0 ? 'too_late' : 'malformed', request);
    const unplaced = await act(good);
    if (malformed + unplaced > 0) await this.putOnRecord('malformed', request);
    if (late > 0) await this.putOnRecord('too_late', request);
    return TAKEN;
  }

  /** A part is refused; the answer stays friendly, or the good part would be pushed again and again. */
  private async putOnRecord(why: 'malformed' | 'too_late', request: HookRequest): Promise<void> {
    await this.refuse.run(SOURCE, why, request).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
    });
  }
}
