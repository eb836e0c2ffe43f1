import { createHash, createHmac } from 'node:crypto';
import type { Answered, Asked } from './fake-server.js';

export type Query = Record<string, string>;

/** A refusal as either product says it: HTTP 200 for what the product itself finds wrong, 4xx for what the gateway does. */
export interface Wrong {
  status: number;
  code: string;
}

/** A template as the county registered it. `content` with its variables in braces; exactly these are filled in. */
export interface Registered {
  code: string;
  content: string;
  variables: readonly string[];
}

const wrong = (code: string, status = 200): Wrong => ({ status, code });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** ACS3-HMAC-SHA256 (help.aliyun.com/zh/sdk/product-overview/v3-request-structure-and-signature). */
export class SignatureCheck {
  private readonly nonces = new Set<string>();

  constructor(
    private readonly keyId: string,
    private readonly secret: string,
  ) {}

  wrongWith({ method, url, headers, body }: Asked): Wrong | null {
    const header = String(headers.authorization ?? '');
    const [, keyId, names = '', signature] =
      /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=(\w+)$/.exec(header) ?? [];
    if (!keyId) return wrong('IncompleteSignature', 400);
    if (keyId !== this.keyId) return wrong('InvalidAccessKeyId.NotFound', 404);
    const of = (name: string) => String(headers[name] ?? '').trim();
    const payload = of('x-acs-content-sha256');
    const query = [...url.searchParams].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const canonical = [
      method,
      url.pathname,
      query.map(([key, value]) => `${encoded(key)}=${encoded(value)}`).join('&'),
      ...names.split(';').map((name) => `${name}:${of(name)}`),
      '',
      names,
      payload,
    ].join('\n');
    const expected = createHmac('sha256', this.secret)
      .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
      .digest('hex');
    if (signature !== expected || payload !== sha256(body)) return wrong('SignatureDoesNotMatch', 400);
    if (Math.abs(Date.now() - Date.parse(of('x-acs-date'))) > 900_000) return wrong('InvalidTimeStamp.Expired', 400);
    const nonce = of('x-acs-signature-nonce');
    if (!nonce || this.nonces.has(nonce)) return wrong('SignatureNonceUsed', 400);
    this.nonces.add(nonce);
    return null;
  }
}

/** Variables filled in as registered: all of them, none else, each 1–35 characters, no address among them. */
export function wrongVariables(json: string | undefined, { variables }: Registered): Wrong | null {
  let given: Record<string, unknown>;
  try {
    given = JSON.parse(json ?? '{}');
  } catch {
    return wrong('isv.INVALID_JSON_PARAM');
  }
  if (variables.some((name) => !(name in given))) return wrong('isv.TEMPLATE_MISSING_PARAMETERS');
  if (Object.keys(given).some((name) => !variables.includes(name))) return wrong('isv.TEMPLATE_PARAMS_ILLEGAL');
  for (const value of Object.values(given)) {
    if (typeof value !== 'string') return wrong('isv.INVALID_JSON_PARAM');
    if (value.length < 1 || value.length > 35) return wrong('isv.PARAM_LENGTH_LIMIT');
    if (/https?:|www\./.test(value)) return wrong('isv.PARAM_NOT_SUPPORT_URL');
    if (/[【】]/.test(value)) return wrong('isv.TEMPLATE_PARAMS_ILLEGAL');
  }
  return null;
}

/** The text as it would arrive. */
export const rendered = ({ content }: Registered, json: string | undefined): string => {
  const given: Record<string, string> = JSON.parse(json ?? '{}');
  return content.replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? '');
};

/** At most `most` in any so many seconds, of what has the same key. */
export class Counter {
  private readonly taken: { key: string; at: number }[] = [];

  constructor(private readonly limits: readonly { most: number; seconds: number }[]) {}

  isOver(key: string, now: Date): boolean {
    return this.limits.some(({ most, seconds }) => {
      const since = now.getTime() - seconds * 1000;
      return this.taken.filter((one) => one.key === key && one.at > since).length >= most;
    });
  }

  count(key: string, now: Date): void {
    this.taken.push({ key, at: now.getTime() });
  }
}

export const said = (code: string, more: object = {}, status = 200): Answered => ({
  status,
  body: { Code: code, Message: code === 'OK' ? 'OK' : `${code}!`, RequestId: 'FAKE', ...more },
});

export function firstOf(...checks: (() => string | Wrong | null)[]): Answered | null {
  for (const check of checks) {
    const found = check();
    if (found) return typeof found === 'string' ? said(found) : said(found.code, {}, found.status);
  }
  return null;
}

export const missing = (query: Query, ...names: string[]): Wrong | null => {
  const name = names.find((one) => !query[one]);
  return name ? { status: 400, code: `Missing${name}` } : null;
};

export const inRange = (text: string | undefined, least: number, most: number): boolean =>
  /^\d+$/.test(text ?? '') && Number(text) >= least && Number(text) <= most;

/** The keys of a call's menu with what is said back. */
export function keysOf(query: Query): Record<string, string> {
  const keys: Record<string, string> = {};
  for (let index = 1; query[`MenuKeyMap.${index}.Key`]; index += 1)
    keys[query[`MenuKeyMap.${index}.Key`]!] = query[`MenuKeyMap.${index}.TtsParams`] ?? '';
  return keys;
}
