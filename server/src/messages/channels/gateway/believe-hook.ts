import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CONFIG, type Config } from '../../../config.js';
import { Clock } from '../../../platform/clock.js';
import type { HookRequest } from '../../../platform/hook-body.js';
import { Problem } from '../../../platform/problem.js';
import { decodeText } from '../../lines/decode-text.js';
import { RefuseHook } from '../../lines/hooks.js';
import { doubt, WINDOW_SECONDS } from './signature.rules.js';

const SOURCE = 'gateway';

/** Webhooks of the gateway: whom they come from, and what they say. */
@Injectable()
export class BelieveHook {
  /** Signatures acted upon, with the instant (ms) from which they are too late anyway. Only the gateway can add one. */
  private readonly seen = new Map<string, number>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly refuse: RefuseHook,
  ) {}

  /**
   * Read a webhook and do what it asks for. What could not be done may be sent again with the same signature.
   * @throws Problem not-found without a gateway, hook-refused, bad-request
   */
  async run<T>(
    request: HookRequest,
    schema: z.ZodType<T>,
    act: (told: T) => Promise<unknown>,
  ): Promise<{ done: true }> {
    if (!this.config.gateway) throw new Problem('not-found');
    const body = request.body ?? Buffer.alloc(0);
    const header = one(request.headers['x-signature']);
    const why = doubt(header, body, this.config.gateway.secret, this.clock.now());
    if (why) return this.refuse.run(SOURCE, why, request);
    if (this.wasSeen(header!)) return this.refuse.run(SOURCE, 'repeated', request);
    const told = read(body, request.hookType, schema);
    if (told === null) return this.refuse.run(SOURCE, 'malformed', request);
    await act(told);
    this.seen.set(header!, this.clock.now().getTime() + 2 * WINDOW_SECONDS * 1000);
    return { done: true };
  }

  private wasSeen(header: string): boolean {
    const now = this.clock.now().getTime();
    for (const [known, until] of this.seen) if (until < now) this.seen.delete(known);
    return this.seen.has(header);
  }
}

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(',') : header;

function read<T>(body: Buffer, type: string | undefined, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(decodeText(body, type)));
  } catch {
    return null;
  }
}
