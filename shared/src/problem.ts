import { z } from 'zod';

/** One wrong field of a request: `path` in dotted form (`location.lon`), `message` in Chinese for the person who typed it. */
export const FieldError = z.object({ path: z.string(), message: z.string() });

/**
 * Every expected failure, RFC 9457 `application/problem+json`.
 * `type` is stable and meant for programs; `title` Chinese, `titleEn` English; `advice` says what to do now;
 * `state` is the present state of the thing on a 409; `traceId` finds the request in the log.
 */
export const ProblemBody = z.object({
  type: z.string(),
  status: z.number().int(),
  title: z.string(),
  titleEn: z.string(),
  detail: z.string().optional(),
  advice: z.string().optional(),
  fields: z.array(FieldError).optional(),
  state: z.string().optional(),
  traceId: z.string().optional(),
});
export type ProblemBody = z.infer<typeof ProblemBody>;
