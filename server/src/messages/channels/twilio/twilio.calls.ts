import type { TwilioSettings } from '../../../config.js';
import { toE164 } from '../../../platform/phone.rules.js';
import type { Asked, Line, Receipt, Sendable, SendOutcome } from '../../lines/line.js';
import { ping, type TwilioClient, toOutcome, unknown } from './twilio.client.js';
import { TWILIO_VOICE } from './twilio.facts.js';
import { callTwiml, keysUrl, LATEST, receiptOf, statusUrl } from './twilio.rules.js';

/** Shorter than a mobile's mailbox takes to answer. 本县约定 */
const RING_SECONDS = 40;

async function send(settings: TwilioSettings, client: TwilioClient, message: Sendable, signal: AbortSignal) {
  const { attemptId, orderCode, text, phone } = message;
  const keys = orderCode === null ? null : keysUrl(settings, attemptId, String(orderCode));
  const call = await client.call(signal, ({ calls }) =>
    calls.create({
      from: settings.from,
      to: toE164(phone),
      twiml: callTwiml(text, keys),
      timeout: RING_SECONDS,
      statusCallback: statusUrl(settings, attemptId),
      statusCallbackMethod: 'POST',
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    }),
  );
  return { outcome: 'accepted', providerId: call.sid, delivered: false } as const satisfies SendOutcome;
}

/** Not by the time it began: what still waits at Twilio has none. */
async function find(client: TwilioClient, asked: Asked, signal: AbortSignal) {
  const to = toE164(asked.phone);
  const latest = await client.call(signal, ({ calls }) => calls.list({ to, limit: LATEST, pageSize: LATEST }));
  return client.ownOf(latest, asked, (await asked.rivals?.()) ?? []);
}

async function ask(client: TwilioClient, asked: Asked, signal: AbortSignal): Promise<Receipt | null> {
  const { providerId: sid } = asked;
  const found = sid
    ? await client.call(signal, ({ calls }) => calls(sid).fetch()).catch(unknown)
    : await find(client, asked, signal);
  return (
    found && receiptOf({ sid: found.sid, status: found.status, errorCode: null, at: found.dateUpdated, parts: null })
  );
}

/** Calls by Twilio. */
export const twilioCalls = (settings: TwilioSettings, client: TwilioClient): Line => ({
  name: 'twilio-voice',
  channel: 'voice',
  facts: TWILIO_VOICE,
  send: (message, signal) => send(settings, client, message, signal).catch(toOutcome),
  ping: (signal) => ping(client, signal),
  ask: (asked, signal) => ask(client, asked, signal),
});
