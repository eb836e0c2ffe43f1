import { FakeGateway } from '../fakes/gateway.js';
import { FakeTwilio } from '../fakes/twilio.js';
import { type Dice, pause } from './dice.js';

const SECRET = 'only-the-gateway-knows';
/** Texts the gateway still tells of when it is asked. */
const INBOX = 50;
const AGAIN_MS = 150;
const TELL_AGAIN_MS = 4000;

/** A webhook that was answered 2xx at last. */
export interface Told {
  key: string;
  tries: number;
}

/**
 * Two providers that outlive the server: a gateway for texts, Twilio behind it and for calls. What comes from phones they
 * tell again and again until it is answered 2xx.
 */
export class Providers {
  readonly gateway: FakeGateway;
  readonly twilio: FakeTwilio;
  private texts = 0;
  private heard = 0;
  private telling: NodeJS.Timeout | null = null;

  constructor(
    url: string,
    private readonly dice: Dice,
  ) {
    this.gateway = new FakeGateway(SECRET, { url: () => url, now: () => new Date() });
    this.twilio = new FakeTwilio(url, () => url);
  }

  async start(): Promise<void> {
    await this.gateway.start();
    await this.twilio.start();
    this.telling = setInterval(() => void this.tellAgain(), TELL_AGAIN_MS);
  }

  async stop(): Promise<void> {
    if (this.telling) clearInterval(this.telling);
    await this.gateway.stop();
    await this.twilio.stop();
  }

  get environment(): Record<string, string> {
    return {
      SMS_PROVIDER: 'gateway,twilio',
      VOICE_PROVIDER: 'twilio',
      GATEWAY_URL: this.gateway.url,
      GATEWAY_SECRET: SECRET,
      ...this.twilio.environment,
    };
  }

  /** Receipts nobody answered are told once more; one in five is lost for good, and has to be asked for. */
  private async tellAgain(): Promise<void> {
    const { told } = this.twilio.hooks;
    const unheard = told.slice(this.heard).filter(({ status, path }) => status === 0 && path.includes('/status?'));
    this.heard = told.length;
    for (const one of unheard) if (this.dice.chance(0.8)) await this.twilio.hooks.repeat(one);
  }

  /** Requests that came in so far. */
  get asked(): number {
    return this.gateway.texts.size + this.twilio.requests.length;
  }

  /** Sometimes slow, silent, broken or away, so that hand-overs hang, fail over and come back. */
  async changeMood(): Promise<void> {
    const { dice } = this;
    const receipts = dice.pick(['once', 'once', 'twice', 'reversed'] as const);
    const delayMs = dice.between(0, 150);
    const bad = dice.pick([
      ...Array.from({ length: 6 }, () => ({})),
      { delayMs: dice.between(300, 1500) },
      { delayMs: dice.between(300, 1500) },
      { down: true },
      { refuses: { status: 503, code: 'modem_offline' } },
      { silent: 'taken' as const },
      { silent: 'untouched' as const },
    ]);
    await this.gateway.feels({ receipts, delayMs, ...bad });
    const refuses = dice.pick([null, null, null, null, { status: 429, code: '20429' }, { status: 500, code: '' }]);
    await this.twilio.feels({ receipts, delayMs: dice.between(0, dice.chance(0.2) ? 1500 : 150), refuses });
  }

  async feelWell(): Promise<void> {
    for (const provider of [this.gateway, this.twilio]) await provider.feels({ delayMs: 20 });
  }

  /** A text from a phone, by one of the two. */
  async text(phone: string, text: string): Promise<Told> {
    return this.dice.chance(0.6) ? this.textGateway(phone, text) : this.textTwilio(phone, text);
  }

  private async textGateway(phone: string, text: string): Promise<Told> {
    this.texts += 1;
    const key = `sim-${this.texts}`;
    const { inbox } = this.gateway;
    for (let tries = 1; ; tries += 1) {
      const status = await this.gateway.comes(phone, text, { key }).catch(() => 0);
      if (status === 200) {
        inbox.splice(0, Math.max(0, inbox.length - INBOX));
        return { key: `gateway-${key}`, tries };
      }
      await pause(AGAIN_MS);
    }
  }

  private async textTwilio(phone: string, text: string): Promise<Told> {
    let told = await this.twilio.texts(`+86${phone}`, text);
    for (let tries = 1; ; tries += 1) {
      if (told.status === 200) return { key: `twilio-${told.form.MessageSid}`, tries };
      await pause(AGAIN_MS);
      told = await this.twilio.hooks.repeat(told);
    }
  }

  /** The person called last at that number presses a key; null when nobody was, or no key is asked for any more. */
  async press(phone: string, digit: string): Promise<Told | null> {
    let told = await this.twilio.presses(`+86${phone}`, digit).catch(() => null);
    for (let tries = 1; told; tries += 1) {
      if (told.status === 200) return { key: `twilio-${told.form.CallSid}-${digit}`, tries };
      await pause(AGAIN_MS);
      told = await this.twilio.hooks.repeat(told);
    }
    return null;
  }
}
