import { Instant } from '@liandong/shared/basics';
import { z } from 'zod';

const providerId = z.string().min(1).max(100);
const code = z.string().min(1).max(60);
const parts = z.number().int().min(1).max(100);

/** 202: the gateway has it, and will send it. */
export const Taken = z.object({ providerId, parts: parts.nullish() });

/** 4xx, 5xx: it does not. */
export const Refused = z.object({ code, retryAfterSeconds: z.number().min(0).max(86_400).nullish() });

/** What became of a text. `id`: ours, as it was handed over. */
export const Report = z.object({
  id: z.uuid().nullish(),
  providerId,
  state: z.enum(['accepted', 'delivered', 'undelivered']),
  code: code.nullish(),
  at: Instant.nullish(),
  parts: parts.nullish(),
});
export type Report = z.infer<typeof Report>;

/** A text that came in. `key`: the gateway's own id of it; told again, it is the same text. */
export const Came = z.object({
  from: z.string().min(1).max(30),
  text: z.string().max(10_000),
  receivedAt: Instant.nullish(),
  key: z.string().min(1).max(100),
});
export type Came = z.infer<typeof Came>;

export const Inbox = z.object({ items: z.array(Came) });
