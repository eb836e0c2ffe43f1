import sdk from '@alicloud/dysmsapi20170525';
import core, { type $OpenApiUtil } from '@alicloud/openapi-core';
import dara from '@darabonba/typescript';
import type { AliyunSettings } from '../../../config.js';
import type { CodeClass } from '../../lines/code.rules.js';
import type { LineFacts, SendOutcome } from '../../lines/line.js';

/** Both products answer HTTP 200 whatever came of a request; only this code says that they took it. */
const TAKEN = 'OK';
/** Longer than a hand-over may take; ends a socket nobody waits for any more. The SDK ends no call when it is told to. */
const TIMEOUT_MS = 6000;
/** Whoever says this has read the request, and knows the key. */
const ONLY_RIGHTS: readonly string[] = ['isp.RAM_PERMISSION_DENY', 'Forbidden.RAM', 'NoPermission'];
/** A line that says this takes nothing now, though it answers. */
const NOT_NOW: readonly CodeClass[] = ['down', 'account', 'line_busy'];

export type SmsClient = InstanceType<typeof sdk.default>;
export type VoiceClient = InstanceType<typeof core.default>;

/** Refused by either product. `code`: a row of the tables of codes, else as it was said. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly afterSeconds?: number,
  ) {
    super(`Aliyun: ${code}`);
  }
}

export const smsClient = (settings: AliyunSettings): SmsClient =>
  new sdk.default(clientSettings(settings, settings.smsUrl));

export const voiceClient = (settings: AliyunSettings): VoiceClient =>
  new core.default(clientSettings(settings, settings.voiceUrl));

/** Of the SDK one call is one request: whether it is tried again is decided by whoever sends. */
export const once = () => new dara.RuntimeOptions({ autoretry: false });

function clientSettings({ accessKeyId, accessKeySecret }: AliyunSettings, url: string): $OpenApiUtil.Config {
  const { protocol, host } = new URL(url);
  return new core.$OpenApiUtil.Config({
    accessKeyId,
    accessKeySecret,
    endpoint: host,
    protocol: protocol.replace(':', ''),
    readTimeout: TIMEOUT_MS,
    connectTimeout: TIMEOUT_MS,
  });
}

/** One of the voice service's own calls, which has no client of its own. */
export async function callVoice(client: VoiceClient, action: string, query: object): Promise<VoiceAnswer> {
  const params = new core.$OpenApiUtil.Params({
    action,
    version: '2017-05-25',
    protocol: 'HTTPS',
    pathname: '/',
    method: 'POST',
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    bodyType: 'json',
  });
  const request = new core.$OpenApiUtil.OpenApiRequest({ query: core.OpenApiUtil.query(query as never) });
  const { Code, ...body } = (await client.callApi(params, request, once())).body;
  return { body: { ...body, code: Code } };
}

/** `Data` is JSON in a string. */
export interface VoiceAnswer {
  body: { code?: string; CallId?: string; Data?: string };
}

/**
 * What came back of a request, if it was taken.
 * @throws Refused when they said no; else whatever kept them from saying anything, or the reason of `signal`
 */
export async function taken<B extends { code?: string }>(
  facts: LineFacts,
  signal: AbortSignal,
  ask: () => Promise<{ body?: B }>,
): Promise<B> {
  signal.throwIfAborted();
  const { body } = await heeding(signal, ask()).catch((error: unknown) => {
    throw refusal(facts, error) ?? error;
  });
  if (body?.code === TAKEN) return body;
  throw body?.code ? new Refused(body.code) : new Error('Aliyun: no answer of its kind');
}

function heeding<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, ended]);
}

/** What the SDK throws for an HTTP error with a body. */
interface Said {
  code: string;
  statusCode: number;
  retryAfter?: number;
}

function refusal(facts: LineFacts, error: unknown): Refused | null {
  if (!(error instanceof core.AlibabaCloudError)) return null;
  const { code, statusCode, retryAfter } = error as unknown as Said;
  const own = statusCode >= 500 ? 'server_error' : String(statusCode);
  const known = Object.hasOwn(facts.codes, code) || (code !== 'undefined' && !(statusCode >= 500));
  return new Refused(known ? code : own, retryAfter ? Math.ceil(retryAfter / 1000) : undefined);
}

/** @throws whatever is no refusal */
export function toOutcome(error: unknown): SendOutcome {
  if (!(error instanceof Refused)) throw error;
  const { code, afterSeconds } = error;
  return { outcome: 'refused', code, ...(afterSeconds === undefined ? {} : { afterSeconds }) };
}

/** Having no right to ask is an answer too. @throws when it does not answer, or takes nothing from us now */
export function answers(facts: LineFacts, error: unknown): void {
  const code = error instanceof Refused ? error.code : undefined;
  const means = code === undefined ? undefined : facts.codes[code]?.means;
  if (code === undefined || code === 'server_error') throw error;
  if (means && NOT_NOW.includes(means) && !ONLY_RIGHTS.includes(code)) throw error;
}
