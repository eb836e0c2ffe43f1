import { readTwiml } from './twilio-twiml.js';

/** What Twilio answers to a request it does not take. */
export interface NotTaken {
  status: number;
  code: number;
  message: string;
}

export type Form = Readonly<Record<string, string | string[]>>;

const E164 = /^\+[1-9]\d{6,14}$/;
const no = (code: number, message: string): NotTaken => ({ status: 400, code, message });
const has = (form: Form, name: string): boolean => Boolean(form[name]);
const within = (value: unknown, least: number, most: number): boolean =>
  /^\d+$/.test(String(value)) && Number(value) >= least && Number(value) <= most;

function isUrl(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && /^https?:\/\/[^_/]+(\/|$)/.test(value);
}

function isTwiml(value: unknown): boolean {
  try {
    return typeof value === 'string' && value.length <= 4000 && readTwiml(value).name === 'Response';
  } catch {
    return false;
  }
}

/** One rule: what is wrong when it holds. */
type Rule = [wrong: (form: Form, ours: Ours) => boolean, code: number, message: string];

/** Numbers and services of the account. */
export interface Ours {
  from: string;
  messagingServiceSid?: string | undefined;
}

const TEXT_TAKES = ['To', 'From', 'MessagingServiceSid', 'Body', 'StatusCallback', 'ValidityPeriod', 'SmartEncoded'];

const TEXT_RULES: readonly Rule[] = [
  [(form) => Object.keys(form).some((name) => !TEXT_TAKES.includes(name)), 20001, 'Unknown parameter'],
  [(form) => !has(form, 'To'), 21604, "A 'To' phone number is required."],
  [(form) => !E164.test(String(form.To)), 21211, "Invalid 'To' Phone Number"],
  [(form) => !has(form, 'From') && !has(form, 'MessagingServiceSid'), 21603, "A 'From' phone number is required."],
  [
    (form, ours) => has(form, 'From') && form.From !== ours.from,
    21660,
    "Mismatch between the 'From' number and the account",
  ],
  [
    (form, ours) => has(form, 'MessagingServiceSid') && form.MessagingServiceSid !== ours.messagingServiceSid,
    21701,
    'The Messaging Service does not exist',
  ],
  [(form) => !has(form, 'Body'), 21602, 'Message body is required.'],
  [
    (form) => [...String(form.Body)].length > 1600,
    21617,
    'The concatenated message body exceeds the 1600 character limit',
  ],
  [(form) => has(form, 'StatusCallback') && !isUrl(form.StatusCallback), 21609, "Invalid 'StatusCallback' URL"],
  [
    (form) => has(form, 'ValidityPeriod') && !within(form.ValidityPeriod, 1, 36_000),
    90_007,
    'Invalid validity period value',
  ],
  [(form) => /^\+86[2-9]/.test(String(form.To)), 21614, "'To' number is not a valid mobile number"],
];

const CALL_TAKES = ['To', 'From', 'Twiml', 'Timeout', 'StatusCallback', 'StatusCallbackMethod', 'StatusCallbackEvent'];
const CALL_EVENTS = ['initiated', 'ringing', 'answered', 'completed'];

const CALL_RULES: readonly Rule[] = [
  [(form) => Object.keys(form).some((name) => !CALL_TAKES.includes(name)), 20001, 'Unknown parameter'],
  [(form) => !has(form, 'To'), 21201, "No 'To' number is specified"],
  [(form) => !E164.test(String(form.To)), 21211, "Invalid 'To' Phone Number"],
  [(form, ours) => form.From !== ours.from, 21210, "'From' phone number not verified"],
  [(form) => !isTwiml(form.Twiml), 21218, 'Invalid Twiml'],
  [(form) => has(form, 'Timeout') && !within(form.Timeout, 1, 600), 21222, 'Invalid Timeout'],
  [(form) => has(form, 'StatusCallback') && !isUrl(form.StatusCallback), 21205, 'Url is not a valid URL'],
  [
    (form) => [form.StatusCallbackEvent ?? []].flat().some((event) => !CALL_EVENTS.includes(event)),
    21626,
    'Invalid statusCallbackEvents',
  ],
];

const firstWrong = (rules: readonly Rule[], form: Form, ours: Ours): NotTaken | null => {
  const wrong = rules.find(([holds]) => holds(form, ours));
  return wrong ? no(wrong[1], wrong[2]) : null;
};

/** What Twilio has against a text; null: nothing. Codes: https://www.twilio.com/docs/api/errors */
export const checkText = (form: Form, ours: Ours): NotTaken | null => firstWrong(TEXT_RULES, form, ours);

/** What Twilio has against a call; null: nothing. */
export const checkCall = (form: Form, ours: Ours): NotTaken | null => firstWrong(CALL_RULES, form, ours);
