import type { TwilioSettings } from '../../../config.js';
import { toE164, toLocal } from '../../../platform/phone.rules.js';
import type { Asked, Inbound, Line, Receipt, Sendable, SendOutcome } from '../../lines/line.js';
import { ping, type TwilioClient, toOutcome, unknown } from './twilio.client.js';
import { TWILIO_SMS } from './twilio.facts.js';
import { inboundKey, LATEST, receiptOf, statusUrl, VALID_SECONDS } from './twilio.rules.js';

/** Texts that came in and are looked at again at once. */
const MOST_INBOUND = 500;

async function send(settings: TwilioSettings, client: TwilioClient, message: Sendable, signal: AbortSignal) {
  const { from, messagingServiceSid } = settings;
  const sent = await client.call(signal, ({ messages }) =>
    messages.create({
      ...(messagingServiceSid ? { messagingServiceSid } : { from }),
      to: toE164(message.phone),
      body: message.text,
      statusCallback: statusUrl(settings, message.attemptId),
      validityPeriod: VALID_SECONDS[message.purpose],
    }),
  );
  if (sent.status === 'failed') return { outcome: 'refused', code: String(sent.errorCode ?? sent.status) } as const;
  // Zero while a messaging service has not chosen the sender yet.
  const parts = Number(sent.numSegments) || undefined;
  return { outcome: 'accepted', providerId: sent.sid, delivered: false, parts } as const satisfies SendOutcome;
}

/** Not by the date it was sent: what still waits at Twilio has none. */
async function find(client: TwilioClient, asked: Asked, signal: AbortSignal) {
  const to = toE164(asked.phone);
  const latest = await client.call(signal, ({ messages }) => messages.list({ to, limit: LATEST, pageSize: LATEST }));
  const same = latest.filter(({ body, direction }) => body === asked.text && direction !== 'inbound');
  const rivals = ((await asked.rivals?.()) ?? []).filter(({ text }) => text === asked.text);
  return client.ownOf(same, asked, rivals);
}

async function ask(client: TwilioClient, asked: Asked, signal: AbortSignal): Promise<Receipt | null> {
  const { providerId: sid } = asked;
  const found = sid
    ? await client.call(signal, ({ messages }) => messages(sid).fetch()).catch(unknown)
    : await find(client, asked, signal);
  if (!found) return null;
  const { status, errorCode, dateUpdated: at } = found;
  const parts = Number(found.numSegments) || null;
  return receiptOf({ sid: found.sid, status, errorCode: errorCode ? String(errorCode) : null, at, parts });
}

async function inbox({ from: to }: TwilioSettings, client: TwilioClient, since: Date, signal: AbortSignal) {
  const came = await client.call(signal, ({ messages }) =>
    messages.list({ to, dateSentAfter: since, limit: MOST_INBOUND, pageSize: MOST_INBOUND }),
  );
  return came
    .filter(({ direction }) => direction === 'inbound')
    .map(
      ({ sid, from, body }): Inbound => ({ phone: toLocal(from), text: body, channel: 'sms', key: inboundKey(sid) }),
    );
}

/** Texts by Twilio. */
export const twilioTexts = (settings: TwilioSettings, client: TwilioClient): Line => ({
  name: 'twilio-sms',
  channel: 'sms',
  facts: TWILIO_SMS,
  send: (message, signal) => send(settings, client, message, signal).catch(toOutcome),
  ping: (signal) => ping(client, signal),
  ask: (asked, signal) => ask(client, asked, signal),
  inbox: (since, signal) => inbox(settings, client, since, signal),
});
