import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LINK_HOURS, linkButtons, linkFor, linkLength, linkState, messageOf, tokenFor, verbOf } from './link.rules.js';

const SECRET = 'the-county-s-own-secret';
const ID = '019f5e0a-7c1d-7003-9a3c-0123456789ab';

describe('a link names one message, and only we can make it', () => {
  test('it is short, holds no more than a web address may, and leads back to its message', () => {
    const link = linkFor('https://ld.example.cn/desk', ID, SECRET);
    expect(link).toMatch(/^https:\/\/ld\.example\.cn\/l\/[\w-]{32}$/);
    expect(link).toHaveLength(linkLength('https://ld.example.cn/desk'));
    expect(messageOf(link.slice(-32), SECRET)).toBe(ID);
  });

  test('whatever the message, its own token leads back to it and another secret’s does not', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ minLength: 1 }), (id, secret) => {
        expect(messageOf(tokenFor(id, secret), secret)).toBe(id);
        expect(messageOf(tokenFor(id, `${secret}x`), secret)).toBeNull();
      }),
    );
  });

  test('with any one character changed it is no link', () => {
    const token = tokenFor(ID, SECRET);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(messageOf(token.slice(0, at) + other + token.slice(at + 1), SECRET)).toBeNull();
    }
  });

  test.each(['', 'x', tokenFor(ID, SECRET).slice(1), `${tokenFor(ID, SECRET)}A`, '../../../../etc/passwd'])(
    'nor is %j',
    (token) => {
      expect(messageOf(token, SECRET)).toBeNull();
    },
  );
});

describe('how long a link answers', () => {
  const issuedAt = new Date('2026-07-14T06:00:00.000Z');
  const later = (ms: number) => new Date(issuedAt.getTime() + LINK_HOURS * 3_600_000 + ms);
  test.each([
    ['issued', later(0), 'open'],
    ['on_scene', later(0), 'open'],
    ['on_scene', later(1), 'expired'],
    ['cleared', issuedAt, 'ended'],
    ['declined', issuedAt, 'ended'],
    ['recalled', later(1), 'ended'],
  ] as const)('%s at %s: %s', (status, now, state) => {
    expect(linkState({ status, issuedAt }, now)).toBe(state);
  });
});

describe('the buttons', () => {
  const next = (...given: Parameters<typeof linkButtons>) => linkButtons(...given).find((one) => one.next)?.verb;
  test('the next step stands out: mustering only where it is asked for', () => {
    expect(next([], false)).toBe('acknowledged');
    expect(next(['acknowledged'], true)).toBe('mustered');
    expect(next(['acknowledged'], false)).toBe('en_route');
    expect(next(['acknowledged', 'on_scene'], true)).toBe('cleared');
    expect(next(['cleared'], true)).toBeUndefined();
  });

  test('every answer of the reply grammar has one, with its digit; ending and declining are asked for twice', () => {
    const buttons = linkButtons(['acknowledged'], true);
    expect(buttons.map(({ digit }) => digit).join('')).toBe('152340');
    expect(buttons.filter(({ grave }) => grave).map(({ digit }) => digit)).toEqual(['4', '0']);
    expect(buttons.filter(({ done }) => done).map(({ digit }) => digit)).toEqual(['1']);
  });

  test('a form may send anything', () => {
    expect(verbOf('3')?.verb).toBe('on_scene');
    for (const wrong of ['6', '', '33', undefined, null, ['1'], { toString: () => '1' }, 1])
      expect(verbOf(wrong)).toBeNull();
  });
});
