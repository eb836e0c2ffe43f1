import type { GatewaySettings } from '../../../config.js';
import { toLocal } from '../../../platform/phone.rules.js';
import { decodeText } from '../../lines/decode-text.js';
import type { Asked, Inbound, Line, Receipt, Sendable, SendOutcome } from '../../lines/line.js';
import { CODE_OF_STATUS, GATEWAY_FACTS } from './gateway.facts.js';
import { type Came, Inbox, Refused, Report, Taken } from './gateway.schemas.js';
import { sign } from './signature.rules.js';

interface Answer {
  status: number;
  /** What it said; null when that is no JSON. */
  json: unknown;
}

/** A gateway of GSM modems in the county's own network; its protocol is docs/gateway.md. */
export const gatewayLines = (settings: GatewaySettings): Line[] => {
  const gateway = new Gateway(settings);
  return [
    {
      name: 'gateway-sms',
      channel: 'sms',
      facts: GATEWAY_FACTS,
      send: (message, signal) => gateway.send(message, signal),
      ping: (signal) => gateway.ping(signal),
      ask: (attempt, signal) => gateway.ask(attempt, signal),
      inbox: (since, signal) => gateway.inbox(since, signal),
    },
  ];
};

class Gateway {
  private readonly base: string;

  constructor(private readonly settings: GatewaySettings) {
    this.base = settings.url.replace(/\/+$/, '');
  }

  /** @throws Error when nobody answers, or what answers is no gateway */
  async send({ attemptId, phone, text, purpose }: Sendable, signal: AbortSignal): Promise<SendOutcome> {
    // A modem is slow: in the gateway's own queue, too, nothing may stand behind a broadcast.
    const body = JSON.stringify({ id: attemptId, to: toLocal(phone), text, urgent: purpose !== 'broadcast' });
    const answer = await this.call('/messages', signal, body);
    if (answer.status >= 400) return refusal(answer);
    const { providerId, parts } = Taken.parse(answer.json);
    return { outcome: 'accepted', providerId, delivered: false, ...(parts ? { parts } : {}) };
  }

  async ping(signal: AbortSignal): Promise<void> {
    const { status } = await this.call('/health', signal);
    if (status !== 200) throw new Error(`gateway health: ${status}`);
  }

  async ask({ id }: Asked, signal: AbortSignal): Promise<Receipt | null> {
    const { status, json } = await this.call(`/messages/${id}`, signal);
    if (status === 404) return null;
    return receiptOf(Report.parse(json));
  }

  async inbox(since: Date, signal: AbortSignal): Promise<Inbound[]> {
    const { json } = await this.call(`/inbox?since=${encodeURIComponent(since.toISOString())}`, signal);
    return Inbox.parse(json).items.map(inboundOf);
  }

  /** A provider's window of time is real time, so its signatures carry that, not the county's clock. */
  private async call(path: string, signal: AbortSignal, body?: string): Promise<Answer> {
    const url = new URL(`${this.base}${path}`);
    const signed = body ?? `GET ${url.pathname}${url.search}`;
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'x-signature': sign(this.settings.secret, signed, new Date()),
        // A kept connection that died meanwhile would leave open whether the text was taken.
        connection: 'close',
        ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      },
      body,
      redirect: 'error',
      signal,
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, json: parse(decodeText(bytes, response.headers.get('content-type') ?? '')) };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refusal({ status, json }: Answer): SendOutcome {
  const said = Refused.safeParse(json);
  const code = said.data?.code ?? CODE_OF_STATUS[status] ?? (status < 500 ? 'bad_request' : 'gateway_error');
  const afterSeconds = said.data?.retryAfterSeconds ?? undefined;
  return { outcome: 'refused', code, ...(afterSeconds === undefined ? {} : { afterSeconds }) };
}

export const receiptOf = ({ providerId, state, code, at, parts }: Report): Receipt => ({
  state,
  providerId,
  code: code ?? null,
  at: at ? new Date(at) : null,
  parts: parts ?? null,
});

export const inboundOf = ({ from, text, key }: Came): Inbound => ({
  phone: toLocal(from),
  text,
  channel: 'sms',
  key: `gateway-${key}`,
});
