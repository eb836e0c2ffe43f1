import { randomBytes } from 'node:crypto';
import { smsParts } from '@liandong/shared/sms-parts';
import type { Answered, Asked, Mood } from './fake-server.js';
import { FakeServer } from './fake-server.js';
import { checkCall, checkText, type Form, type NotTaken } from './twilio-checks.js';
import { listed, page, type Resource, shown } from './twilio-resources.js';
import { heard, keysGoTo, readTwiml } from './twilio-twiml.js';
import { type Told, TwilioWebhooks } from './twilio-webhooks.js';

const ROOT = /^\/2010-04-01\/Accounts\/(AC[0-9a-f]{32})\/(Messages|Calls)(?:\/(\w+))?\.json$/;
const STOP = /^(stop|stopall|unsubscribe|cancel|end|quit)$/i;
const START = /^(start|unstop|yes)$/i;
const DAY_MS = 86_400_000;
const CALL_ENDS = ['busy', 'no-answer', 'failed', 'canceled'];

/** A request the fake was asked, as the description of Twilio's API knows it. */
export interface TwilioRequest {
  method: string;
  path: string;
  query: Form;
  form: Form;
}

const sid = (prefix: string): string => prefix + randomBytes(16).toString('hex');

function formOf(parameters: URLSearchParams): Form {
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const all = parameters.getAll(name);
      return [name, all.length > 1 ? all : all[0]!];
    }),
  );
}

/**
 * Twilio on loopback: takes texts and calls as its description says, keeps what became of them, tells of it by signed
 * webhooks, and lets phones write back and press keys. `settled` waits until everything is told.
 */
export class FakeTwilio extends FakeServer {
  readonly accountSid = sid('AC');
  readonly authToken = randomBytes(16).toString('hex');
  readonly from = '+15550001234';
  readonly requests: TwilioRequest[] = [];
  readonly messages: Resource[] = [];
  readonly calls: Resource[] = [];
  readonly hooks: TwilioWebhooks;
  private readonly stopped = new Set<string>();

  /**
   * @param publicUrl where the application says it is
   * @param appUrl where it really is
   * @param now the clock its texts and calls are dated by
   */
  constructor(
    readonly publicUrl: string,
    appUrl: () => string,
    private readonly now: () => Date = () => new Date(),
    readonly messagingServiceSid?: string,
  ) {
    super((asked) => this.reply(asked));
    this.hooks = new TwilioWebhooks(this.authToken, publicUrl, appUrl);
  }

  /** What the application is told of it. */
  get environment(): Record<string, string> {
    return {
      PUBLIC_URL: this.publicUrl,
      TWILIO_ACCOUNT_SID: this.accountSid,
      TWILIO_AUTH_TOKEN: this.authToken,
      TWILIO_FROM: this.from,
      TWILIO_BASE_URL: this.url,
      ...(this.messagingServiceSid ? { TWILIO_MESSAGING_SERVICE_SID: this.messagingServiceSid } : {}),
    };
  }

  settled(): Promise<void> {
    return this.hooks.settled();
  }

  private reply(asked: Asked): Answered {
    const form = formOf(new URLSearchParams(asked.body));
    const query = formOf(asked.url.searchParams);
    const path = asked.url.pathname;
    this.requests.push({ method: asked.method, path, query, form });
    const [, account, kind, one] = ROOT.exec(path) ?? [];
    if (!kind) return this.refused({ status: 404, code: 20404, message: 'The requested resource was not found' });
    const basic = Buffer.from(`${this.accountSid}:${this.authToken}`).toString('base64');
    if (account !== this.accountSid || asked.headers.authorization !== `Basic ${basic}`)
      return this.refused({ status: 401, code: 20003, message: 'Authenticate' });
    return this.moodRefuses(asked) ?? this.route(asked.method, kind as 'Messages' | 'Calls', one, form, query);
  }

  /** Of what is sent; a closed account and a broken Twilio refuse everything. */
  private moodRefuses({ method }: Asked): Answered | null {
    const { refuses } = this.mood;
    if (!refuses || (method === 'GET' && refuses.status < 500 && ![401, 403].includes(refuses.status))) return null;
    const { status, code, retryAfterSeconds: after } = refuses;
    const answered = code
      ? this.refused({ status, code: Number(code), message: 'Refused' })
      : { status, body: '<html>a proxy on the way</html>' };
    return after ? { ...answered, headers: { 'retry-after': String(after) } } : answered;
  }

  private route(
    method: string,
    kind: 'Messages' | 'Calls',
    one: string | undefined,
    form: Form,
    query: Form,
  ): Answered {
    const all = kind === 'Messages' ? this.messages : this.calls;
    if (one) {
      const resource = all.find((each) => each.sid === one);
      if (!resource) return this.refused({ status: 404, code: 20404, message: 'The requested resource was not found' });
      if (method === 'POST' && form.Status) resource.status = String(form.Status);
      return { status: 200, body: shown(resource, this.accountSid) };
    }
    if (method === 'GET') return { status: 200, body: page(kind, listed(all, query), query, this.accountSid) };
    return kind === 'Messages' ? this.takeText(form) : this.takeCall(form);
  }

  private refused({ status, code, message }: NotTaken): Answered {
    return { status, body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status } };
  }

  private takeText(form: Form): Answered {
    const wrong = checkText(form, this);
    if (wrong) return this.refused(wrong);
    const to = String(form.To);
    if (this.stopped.has(to))
      return this.refused({ status: 400, code: 21610, message: 'Attempt to send to unsubscribed recipient' });
    const text = this.keep(this.messages, 'SM', {
      to,
      from: this.from,
      body: String(form.Body),
      direction: 'outbound-api',
    });
    text.status = form.MessagingServiceSid ? 'accepted' : 'queued';
    text.parts = form.MessagingServiceSid ? 0 : smsParts(text.body);
    const answered = { status: 201, body: shown(text, this.accountSid) };
    this.hooks.inBackground(() => this.deliver(text, this.mood, form.StatusCallback as string | undefined));
    return answered;
  }

  /** Of the same text a Chinese number gets two a day. */
  private endOf(text: Resource, mood: Mood): string | null {
    if (mood.undelivered) return /^\d+$/.test(mood.undelivered) ? mood.undelivered : '30008';
    const since = text.created.getTime() - DAY_MS;
    const same = this.messages.filter(
      (one) => one.to === text.to && one.body === text.body && one.created.getTime() > since,
    );
    return text.to.startsWith('+86') && same.length >= 3 ? '30007' : null;
  }

  private async deliver(text: Resource, mood: Mood, callback: string | undefined): Promise<void> {
    const code = this.endOf(text, mood);
    text.status = code ? 'undelivered' : 'delivered';
    text.errorCode = code ? Number(code) : null;
    text.parts = smsParts(text.body);
    text.sent = text.updated = this.now();
    const base = { MessageSid: text.sid, SmsSid: text.sid, AccountSid: this.accountSid, From: text.from, To: text.to };
    const states = [
      { MessageStatus: 'sent', SmsStatus: 'sent' },
      { MessageStatus: text.status, SmsStatus: text.status, ...(code ? { ErrorCode: code } : {}) },
    ];
    await this.tellAll(
      callback,
      states.map((state) => ({ ...base, ...state, ApiVersion: '2010-04-01' })),
      mood,
    );
  }

  private takeCall(form: Form): Answered {
    const wrong = checkCall(form, this);
    if (wrong) return this.refused(wrong);
    const direction = 'outbound-api';
    const call = this.keep(this.calls, 'CA', {
      to: String(form.To),
      from: this.from,
      body: String(form.Twiml),
      direction,
    });
    const answered = { status: 201, body: shown(call, this.accountSid) };
    this.hooks.inBackground(() => this.ring(call, this.mood, form.StatusCallback as string | undefined));
    return answered;
  }

  /** It rings, is answered and hung up; a key pressed meanwhile may be told later. */
  private async ring(call: Resource, mood: Mood, callback: string | undefined): Promise<void> {
    const { undelivered } = mood;
    const end = undelivered ? (CALL_ENDS.includes(undelivered) ? undelivered : 'no-answer') : 'completed';
    call.status = end;
    call.sent = call.updated = this.now();
    const passed = ['initiated', 'ringing', ...(end === 'completed' ? ['in-progress'] : []), end];
    const base = {
      CallSid: call.sid,
      AccountSid: this.accountSid,
      From: call.from,
      To: call.to,
      Direction: 'outbound-api',
    };
    const states = passed.map((status, sequence) => ({
      ...base,
      CallStatus: status,
      SequenceNumber: String(sequence),
      Timestamp: this.now().toUTCString().replace('GMT', '+0000'),
      ApiVersion: '2010-04-01',
    }));
    await this.tellAll(callback, states, mood);
  }

  private async tellAll(url: string | undefined, states: Record<string, string>[], mood: Mood): Promise<void> {
    if (!url || mood.receipts === 'never') return;
    const order = mood.receipts === 'reversed' ? states.toReversed() : states;
    for (const state of order) {
      const told = await this.hooks.tell(url, state);
      if (mood.receipts === 'twice') await this.hooks.repeat(told);
    }
  }

  private keep(all: Resource[], prefix: string, what: Pick<Resource, 'to' | 'from' | 'body' | 'direction'>): Resource {
    const at = this.now();
    const resource: Resource = { ...what, sid: sid(prefix), status: 'queued', created: at, updated: at, sent: null };
    all.push(resource);
    return resource;
  }

  /** Somebody texts the county's number; Twilio keeps it, but has not told of it. */
  textsUnheard(from: string, body: string): Resource {
    if (STOP.test(body.trim())) this.stopped.add(from);
    if (START.test(body.trim())) this.stopped.delete(from);
    const text = this.keep(this.messages, 'SM', { to: this.from, from, body, direction: 'inbound' });
    text.status = 'received';
    text.sent = text.created;
    return text;
  }

  /** Somebody texts the county's number, and Twilio tells of it. @param from as Twilio writes it, +86… */
  texts(from: string, body: string): Promise<Told> {
    const { sid: MessageSid } = this.textsUnheard(from, body);
    const form = {
      ...{ MessageSid, SmsSid: MessageSid, SmsMessageSid: MessageSid, AccountSid: this.accountSid },
      ...{ From: from, To: this.from, Body: body, FromCountry: 'CN', ToCountry: 'US' },
      ...{ NumMedia: '0', NumSegments: String(smsParts(body)), SmsStatus: 'received', ApiVersion: '2010-04-01' },
    };
    return this.hooks.tell(`${this.publicUrl}/hooks/twilio/reply`, form);
  }

  /** Somebody who is called presses keys; the phone then does what it is told. @param who the call's sid or the number, +86… */
  async presses(who: string, digits: string): Promise<Told> {
    const call = this.calls.findLast((one) => one.sid === who || one.to === who);
    const action = call && keysGoTo(readTwiml(call.body));
    if (!call || !action) throw new Error(`${who} is asked for no key`);
    const form = {
      ...{ CallSid: call.sid, AccountSid: this.accountSid, From: call.from, To: call.to, CallStatus: 'in-progress' },
      ...{ Direction: 'outbound-api', Digits: digits, msg: 'Gather End', FinishedOnKey: '', ApiVersion: '2010-04-01' },
    };
    const told = await this.hooks.tell(action, form);
    if (told.status === 200) call.body = told.answer;
    return told;
  }

  /** What somebody who is called hears. */
  hears(who: string): string[] {
    const call = this.calls.findLast((one) => one.sid === who || one.to === who);
    return call ? heard(readTwiml(call.body)) : [];
  }
}
