import { z } from 'zod';
import { Instant, Reason } from './basics.js';
import { MESSAGE_PURPOSES } from './message.js';

/**
 * 短信模板. `body` holds parameters in braces: `{code}号令：{what}，请{asked}。`; every text the system writes comes from one.
 * `givesWay`: the parameter that is cut first so that the text stays within two parts.
 * `approvals`: what each provider registered it as; `sms`/`voice` are the provider's template codes, `variables` the names it
 * was registered with (a long parameter may be registered as `what`, `what2`).
 */
export const TemplateApproval = z.object({
  sms: z.string().trim().max(64).optional(),
  voice: z.string().trim().max(64).optional(),
  variables: z
    .array(z.string().regex(/^[a-z][a-zA-Z0-9]{0,19}$/))
    .max(20)
    .optional(),
});
export type TemplateApproval = z.infer<typeof TemplateApproval>;

export const TemplateParameter = z.object({
  name: z.string(),
  title: z.string(),
  example: z.string(),
  required: z.boolean(),
});

export const TemplateView = z.object({
  key: z.string(),
  title: z.string(),
  purpose: z.enum(MESSAGE_PURPOSES),
  body: z.string(),
  usual: z.string(),
  parameters: z.array(TemplateParameter),
  givesWay: z.string().nullable(),
  approvals: z.record(z.string(), TemplateApproval),
  editedAt: Instant.nullable(),
  editedBy: z.string().nullable(),
});
export type TemplateView = z.infer<typeof TemplateView>;

export const EditTemplate = Reason.extend({
  body: z.string().trim().min(1).max(300),
  approvals: z.partialRecord(z.enum(['aliyun']), TemplateApproval).default({}),
});
export type EditTemplate = z.infer<typeof EditTemplate>;

/** Names in braces that a body uses, in order of first use. */
export const parametersOf = (body: string): string[] => [
  ...new Set([...body.matchAll(/\{([a-zA-Z0-9]+)\}/g)].map(([, name]) => name!)),
];

/** The body with its parameters filled in; one without a value becomes nothing. */
export const fillTemplate = (body: string, values: Readonly<Record<string, string>>): string =>
  body.replace(/\{([a-zA-Z0-9]+)\}/g, (_, name: string) => (Object.hasOwn(values, name) ? values[name]! : ''));
