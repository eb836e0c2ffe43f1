import { z } from 'zod';
import { ClientId, Id, Instant, TeamCode } from './basics.js';
import { TEAM_CLASSES } from './team.js';

/** Whom a 群呼 goes to; several groups are taken together, each number once. */
export const BroadcastGroup = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('commanders') }),
  z.object({ kind: z.literal('on_duty') }),
  z.object({ kind: z.literal('team_class'), teamClass: z.enum(TEAM_CLASSES) }),
  z.object({ kind: z.literal('township'), townshipCode: z.string().min(1).max(3) }),
  z.object({
    kind: z.literal('teams'),
    teamCodes: z.array(TeamCode).min(1).max(60),
    everyone: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('experts'), category: z.string().max(40).optional() }),
  z.object({
    kind: z.literal('phones'),
    phones: z
      .array(
        z
          .string()
          .trim()
          .regex(/^\+?[0-9]{5,16}$/),
      )
      .min(1)
      .max(20_000),
  }),
]);
export type BroadcastGroup = z.infer<typeof BroadcastGroup>;

/** Characters that turn the direction or cannot be seen; lines may end. */
const UNSEEN = /[\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u;

const groups = z.array(BroadcastGroup).min(1).max(20);

/** `text` without the signature, which is put before it. By text message; never before orders, recalls and chasers. */
export const NewBroadcast = z.object({
  groups,
  text: z
    .string()
    .trim()
    .min(2)
    .max(450)
    .refine((text) => !UNSEEN.test(text), '含有不可见的字符'),
  drill: z.boolean().default(false),
  clientId: ClientId,
});
export type NewBroadcast = z.infer<typeof NewBroadcast>;

export const PreviewBroadcast = z.object({
  groups,
  text: z.string().trim().max(450),
  drill: z.boolean().default(false),
});

/** What it would be: how many numbers, of them without texts (landlines, unsubscribed), the text as sent, its parts and price. */
export const BroadcastPreview = z.object({
  numbers: z.number().int(),
  unreachable: z.number().int(),
  text: z.string(),
  parts: z.number().int(),
  costFen: z.number(),
});
export type BroadcastPreview = z.infer<typeof BroadcastPreview>;

/** A broadcast with its receipts counted: `waiting` not yet handed over, `sent` taken without a receipt yet. */
export const BroadcastView = z.object({
  id: Id,
  text: z.string(),
  groupsText: z.string(),
  drill: z.boolean(),
  createdAt: Instant,
  createdBy: z.string(),
  numbers: z.number().int(),
  waiting: z.number().int(),
  sent: z.number().int(),
  delivered: z.number().int(),
  undelivered: z.number().int(),
  failed: z.number().int(),
  replies: z.number().int(),
});
export type BroadcastView = z.infer<typeof BroadcastView>;
