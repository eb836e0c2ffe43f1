import { describe, expect, test } from '@jest/globals';
import { MEANING } from '../../lines/code.rules.js';
import { PUSH_FACTS } from './push.facts.js';
import { areKeys, mayPushTo, outcomeOf, type Pushed, pushedBy } from './push.rules.js';

describe('where the server may push to', () => {
  test.each([
    ['https://fcm.googleapis.com/fcm/send/abc', true],
    ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
    ['https://web.push.apple.com/abc', true],
    ['https://wns2-by3p.notify.windows.com/w/?token=abc', true],
    ['https://push.example.xn--fiqs8s/abc', true],
    ['http://fcm.googleapis.com/fcm/send/abc', false],
    ['http://127.0.0.1:4000/push', false],
    ['https://127.0.0.1/push', false],
    ['https://10.0.0.5/push', false],
    ['https://0x7f.1/push', false],
    ['https://2130706433/push', false],
    ['https://[::1]/push', false],
    ['https://[fd00::1]/push', false],
    ['https://localhost/push', false],
    ['https://db.internal/push', false],
    ['https://printer/push', false],
    ['https://user@fcm.googleapis.com/push', false],
    ['file:///etc/passwd', false],
    ['nonsense', false],
  ])('%s: %s', (endpoint, may) => {
    expect(mayPushTo(endpoint, false)).toBe(may);
  });

  test('in a test a push service may stand on loopback, and nowhere else without TLS', () => {
    expect(mayPushTo('http://127.0.0.1:4000/push', true)).toBe(true);
    expect(mayPushTo('http://10.0.0.5/push', true)).toBe(false);
  });
});

test('keys are a point and a secret of the right length', () => {
  const p256dh = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url');
  const auth = Buffer.alloc(16, 7).toString('base64url');
  expect(areKeys({ p256dh, auth })).toBe(true);
  expect(areKeys({ p256dh: auth, auth })).toBe(false);
  expect(areKeys({ p256dh, auth: 'x' })).toBe(false);
});

describe('what a push service says', () => {
  test.each<[number, string | null, Pushed]>([
    [201, null, 'taken'],
    [202, null, 'taken'],
    [404, null, 'gone'],
    [410, null, 'gone'],
    [413, null, { code: 'push_too_long' }],
    [403, null, { code: 'push_denied' }],
    [429, '30', { code: 'push_busy', afterSeconds: 30 }],
    [429, 'Wed, 21 Oct 2026 07:28:00 GMT', { code: 'push_busy' }],
    [503, '999999', { code: 'push_fault', afterSeconds: 3600 }],
    [302, null, { code: 'push_fault' }],
  ])('%i, retry-after %s', (status, retryAfter, said) => {
    expect(pushedBy(status, retryAfter)).toEqual(said);
  });

  test('no refusal of one browser’s service makes the line sick', () => {
    for (const { means } of Object.values(PUSH_FACTS.codes)) expect(MEANING[means].line).toBe('alive');
  });
});

describe('several phones of one team', () => {
  const accepted = { outcome: 'accepted', providerId: 'a-1', delivered: false };
  test.each<[string, Pushed[], boolean, object]>([
    ['nobody has the app', [], false, { outcome: 'refused', code: 'app_offline' }],
    ['all are gone', ['gone', 'gone'], false, { outcome: 'refused', code: 'app_offline' }],
    ['one takes it', ['gone', { code: 'push_silent' }, 'taken'], false, accepted],
    ['none takes it, the app is open', [{ code: 'push_silent' }], true, accepted],
    ['one is silent', ['gone', { code: 'push_silent' }], false, { outcome: 'refused', code: 'push_silent' }],
    [
      'two ask to wait',
      [
        { code: 'push_busy', afterSeconds: 90 },
        { code: 'push_fault', afterSeconds: 20 },
      ],
      false,
      { outcome: 'refused', code: 'push_busy', afterSeconds: 20 },
    ],
  ])('%s', (_name, pushed, connected, outcome) => {
    expect(outcomeOf(pushed, connected, 'a-1')).toEqual(outcome);
  });
});
