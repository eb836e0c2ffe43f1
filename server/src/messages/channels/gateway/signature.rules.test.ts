import { describe, expect, test } from '@jest/globals';
import { doubt, sign, WINDOW_SECONDS } from './signature.rules.js';

const SECRET = '0123456789abcdef-gateway';
const NOW = new Date('2026-07-14T06:00:00.000Z');
const BODY = '{"from":"10000000101","text":"1 37"}';
const after = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

describe('who signed a webhook', () => {
  test('what the gateway signed is believed, by bytes as by text', () => {
    expect(doubt(sign(SECRET, BODY, NOW), BODY, SECRET, NOW)).toBeNull();
    expect(doubt(sign(SECRET, BODY, NOW), Buffer.from(BODY), SECRET, NOW)).toBeNull();
  });

  test('a signature as documented, made by hand', () => {
    // printf '1000000000.hello' | openssl dgst -sha256 -hmac secret-of-sixteen
    const header = 't=1000000000,v1=10967458cf290fb436e04566ce63024bc03439497912856f5e4c793a30e9f3a6';
    expect(sign('secret-of-sixteen', 'hello', new Date(1_000_000_000_500))).toBe(header);
  });

  test.each<[string, string | undefined, string]>([
    ['no signature', undefined, 'unsigned'],
    ['an empty one', '', 'unsigned'],
    ['some word', 'secret', 'forged'],
    ['another secret', sign('another-secret-here', BODY, NOW), 'forged'],
    ['another body', sign(SECRET, `${BODY} `, NOW), 'forged'],
    ['another time than was signed', sign(SECRET, BODY, NOW).replace(/^t=\d/, 't=2'), 'forged'],
    ['a part of the signature', sign(SECRET, BODY, NOW).slice(0, -2), 'forged'],
  ])('%s', (_name, header, why) => {
    expect(doubt(header, BODY, SECRET, NOW)).toBe(why);
  });

  test.each([
    [WINDOW_SECONDS, null],
    [-WINDOW_SECONDS, null],
    [WINDOW_SECONDS + 1, 'too_late'],
    [-WINDOW_SECONDS - 1, 'too_late'],
  ])('%i s after it was signed', (seconds, why) => {
    expect(doubt(sign(SECRET, BODY, NOW), BODY, SECRET, after(seconds))).toBe(why);
  });
});
