import { describe, expect, test } from '@jest/globals';
import { isOwnOrigin } from './origin.rules.js';

const HOST = '10.1.2.3:3000';
const PUBLIC = 'https://liandong.example.cn/desk';

describe('a writing request is ours', () => {
  test.each<[string, { origin?: string; host?: string }, string | undefined, boolean]>([
    ['from our own page', { origin: `http://${HOST}`, host: HOST }, undefined, true],
    ['from our own page over TLS', { origin: `https://${HOST}`, host: HOST }, undefined, true],
    ['from a program, which sends no origin', { host: HOST }, undefined, true],
    ['through the proxy, by the public address', { origin: 'https://liandong.example.cn', host: HOST }, PUBLIC, true],
    ['inside, beside a public address', { origin: `http://${HOST}`, host: HOST }, PUBLIC, true],
    ['not from another page', { origin: 'https://evil.example', host: HOST }, undefined, false],
    ['not from another page behind the proxy', { origin: 'https://evil.example', host: HOST }, PUBLIC, false],
    ['not from another port of the same machine', { origin: 'http://10.1.2.3:8080', host: HOST }, undefined, false],
    [
      'not without TLS when the public address has it',
      { origin: 'http://liandong.example.cn', host: HOST },
      PUBLIC,
      false,
    ],
    [
      'not from a subdomain of the public address',
      { origin: 'https://x.liandong.example.cn', host: HOST },
      PUBLIC,
      false,
    ],
    [
      'not from a longer name that begins like ours',
      { origin: `http://${HOST}.evil.example`, host: HOST },
      undefined,
      false,
    ],
    ['not from our name as somebody’s user', { origin: `http://${HOST}@evil.example`, host: HOST }, undefined, false],
    ['not from a sandboxed page', { origin: 'null', host: HOST }, undefined, false],
    ['not from an empty origin', { origin: '', host: HOST }, undefined, false],
    ['not from what is no address', { origin: HOST, host: HOST }, undefined, false],
    ['not when no host is named', { origin: 'https://evil.example' }, undefined, false],
  ])('%s', (_name, headers, publicUrl, ours) => {
    expect(isOwnOrigin(headers, publicUrl)).toBe(ours);
  });
});
