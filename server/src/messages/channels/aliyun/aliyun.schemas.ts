import { z } from 'zod';
import { beijingTime } from './aliyun.rules.js';

/** Ids of theirs: numbers and what stands between them, told as text or as a number. */
const providerId = z.coerce.string().regex(/^[\w^.:-]{1,64}$/);
const phone = z.string().regex(/^\+?[0-9 -]{3,20}$/);
const code = z.coerce.string().regex(/^[\x21-\x7e]{1,40}$/);
const time = z.string().refine((text) => beijingTime(text) !== null, 'no time');
/** Empty where there is nothing to tell. */
const mayBeEmpty = z.string().nullish();

/** What became of a text (help.aliyun.com/document_detail/101867.html). `out_id`: ours, as it was handed over. */
export const SmsReport = z.object({
  phone_number: phone,
  report_time: time,
  success: z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]),
  err_code: code.nullish().catch(null),
  sms_size: z.coerce.number().int().min(1).max(100).nullish().catch(null),
  biz_id: providerId,
  out_id: z.uuid().nullish().catch(null),
});
export type SmsReport = z.infer<typeof SmsReport>;

/** A text that came in (help.aliyun.com/zh/sms/developer-reference/smsup-http). */
export const SmsUp = z.object({
  phone_number: phone,
  content: z.coerce.string(),
  send_time: time,
  sequence_id: providerId,
});
export type SmsUp = z.infer<typeof SmsUp>;

/**
 * Something of a call: what is going on in it, a key that was pressed, how it ended (help.aliyun.com/zh/vms/voicereport-6,
 * …/voicecallreport-6, …/getting-started/through-the-api-or-sdk-using-voice-interactive-voice).
 */
export const CallEvent = z
  .object({
    call_id: providerId,
    status_code: code.nullish(),
    out_id: z
      .string()
      .regex(/^[\x21-\x7e]{1,64}$/)
      .nullish()
      .catch(null),
    callee: phone.nullish().catch(null),
    called_num: phone.nullish().catch(null),
    dtmf: z.coerce.string().max(40).nullish(),
    digits: z.coerce.string().max(40).nullish(),
    status_time: mayBeEmpty,
    end_time: mayBeEmpty,
    originate_time: mayBeEmpty,
    call_time: mayBeEmpty,
  })
  .refine((event) => timeOfCall(event) !== null, 'no time')
  .refine(({ status_code, dtmf, digits }) => status_code || dtmf || digits, 'says nothing');
export type CallEvent = z.infer<typeof CallEvent>;

/** When the latest it tells of happened. */
export const timeOfCall = (event: {
  status_time?: string | null;
  end_time?: string | null;
  call_time?: string | null;
  originate_time?: string | null;
}): Date | null =>
  beijingTime(event.status_time) ??
  beijingTime(event.end_time) ??
  beijingTime(event.call_time) ??
  beijingTime(event.originate_time);
