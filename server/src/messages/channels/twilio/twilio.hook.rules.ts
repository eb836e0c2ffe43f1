import twilio from 'twilio';
import type { Refusal } from '../../lines/hooks.js';

/** A webhook of Twilio as it came. `url`: path and query, as the server saw them. */
export interface CameIn {
  url: string;
  type: string | undefined;
  signature: string | undefined;
  body: Buffer | undefined;
}

type Form = Readonly<Record<string, string>>;

/** Every webhook says whose account it is of, and of which text or call. */
const ALWAYS = 'AccountSid';
const ONE_OF = ['MessageSid', 'CallSid'];
/** An escape that was cut in the middle. */
const CUT = /%(?![0-9a-f]{2})/i;

/**
 * The form of a webhook, if it is to be believed: whole, signed with our token over the address it was sent to (as the world
 * sees it), and of our account. @param must what this kind cannot do without
 */
export function readForm(
  came: CameIn,
  must: readonly string[],
  { publicUrl, authToken, accountSid }: { publicUrl: string; authToken: string; accountSid: string },
): { form: Form } | { refused: Refusal } {
  if (!came.signature) return { refused: 'unsigned' };
  const raw = came.body?.toString('utf8') ?? '';
  if (!came.type?.startsWith('application/x-www-form-urlencoded') || CUT.test(raw)) return { refused: 'malformed' };
  const form = Object.fromEntries(new URLSearchParams(raw));
  if (![ALWAYS, ...must].every((name) => name in form) || !ONE_OF.some((name) => form[name]))
    return { refused: 'malformed' };
  const address = publicUrl.replace(/\/$/, '') + came.url;
  const genuine = twilio.validateRequest(authToken, came.signature, address, form) && form[ALWAYS] === accountSid;
  return genuine ? { form } : { refused: 'forged' };
}
