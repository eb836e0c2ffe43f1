import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import type { TwilioSettings } from '../../../config.js';
import type { Asked, Rival, SendOutcome } from '../../lines/line.js';
import { ownOf } from './twilio.rules.js';

const TWILIO = 'https://api.twilio.com';

/** What went wrong before Twilio said anything; without the request, which holds the password. */
export class NoAnswer extends Error {
  constructor(readonly code: string | undefined) {
    super(`Twilio: ${code ?? 'no answer'}`);
  }
}

/** Refused by Twilio. `code`: its own, else the HTTP status. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly afterSeconds: number | undefined,
  ) {
    super(`Twilio: ${code}`);
  }
}

/**
 * The SDK's own way to ask, for one call: it ends with `signal`, and goes to another address when there is one. Each has a
 * connection of its own: one that was kept and died meanwhile would leave it open whether the text was taken.
 */
class OneCall extends twilio.RequestClient {
  retryAfter: string | undefined;
  date: string | undefined;

  constructor(
    private readonly baseUrl: string | undefined,
    signal: AbortSignal,
  ) {
    super({ keepAlive: false });
    this.axios.defaults.signal = signal;
  }

  override async request<T>(
    options: RequestClient.RequestOptions<T>,
  ): ReturnType<typeof RequestClient.prototype.request<T>> {
    const uri = this.baseUrl ? options.uri.replace(TWILIO, this.baseUrl.replace(/\/$/, '')) : options.uri;
    const response = await super.request<T>({ ...options, uri });
    this.retryAfter = response.headers?.['retry-after'];
    this.date = response.headers?.date;
    return response;
  }
}

/** Calls of one account. */
export class TwilioClient {
  /** How far Twilio's clock is ahead of this machine's, by its last answer, to the second. */
  private aheadMs = 0;

  constructor(private readonly settings: TwilioSettings) {}

  /** Of what Twilio has, dated by its clock, what was made by a request of ours without an answer; null: not to be told. */
  ownOf<T extends { sid: string; dateCreated: Date }>(
    all: readonly T[],
    asked: Asked,
    rivals: readonly Rival[],
  ): T | null {
    const there = <A extends { at: Date }>(one: A): A => ({ ...one, at: new Date(one.at.getTime() + this.aheadMs) });
    return ownOf(all, there(asked), rivals.map(there));
  }

  /** @throws Refused when Twilio says no; NoAnswer when it says nothing */
  async call<T>(signal: AbortSignal, what: (client: twilio.Twilio) => Promise<T>): Promise<T> {
    const { accountSid, authToken, baseUrl } = this.settings;
    const httpClient = new OneCall(baseUrl, signal);
    try {
      return await what(twilio(accountSid, authToken, { httpClient }));
    } catch (error) {
      if (isRestError(error)) throw refused(error, httpClient.retryAfter);
      throw new NoAnswer((error as { code?: string }).code);
    } finally {
      if (httpClient.date) this.aheadMs = Date.parse(httpClient.date) - Date.now();
    }
  }
}

type RestError = InstanceType<typeof twilio.RestException>;

const isRestError = (error: unknown): error is RestError => typeof (error as RestError).status === 'number';

function refused({ code, status }: RestError, retryAfter: string | undefined): Refused {
  const seconds = Number(retryAfter);
  const own = status >= 500 ? 'server_error' : String(status);
  return new Refused(String(code || own), status, seconds > 0 ? seconds : undefined);
}

/** @throws whatever is no refusal by Twilio */
export function toOutcome(error: unknown): SendOutcome {
  if (!(error instanceof Refused)) throw error;
  return { outcome: 'refused', code: error.code, afterSeconds: error.afterSeconds };
}

/** @throws unless Twilio knows nothing of it */
export function unknown(error: unknown): null {
  if (error instanceof Refused && error.status === 404) return null;
  throw error;
}

/** Too much at a time is an answer too. @throws when it says nothing, or takes nothing from us */
export async function ping(client: TwilioClient, signal: AbortSignal): Promise<void> {
  await client
    .call(signal, ({ messages }) => messages.list({ limit: 1, pageSize: 1 }))
    .catch((error: unknown) => {
      if (!(error instanceof Refused) || error.status !== 429) throw error;
    });
}
