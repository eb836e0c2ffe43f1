import { describe, expect, test } from '@jest/globals';
import { readCode } from '../../sending.rules.js';
import { TWILIO_SMS, TWILIO_VOICE } from './twilio.facts.js';
import { answerTwiml, callTwiml, keysUrl, ownOf, receiptOf, statusUrl } from './twilio.rules.js';

describe('what Twilio says', () => {
  test.each([
    ['queued', null, 'accepted', null],
    ['sending', null, 'accepted', null],
    ['sent', null, 'accepted', null],
    ['delivered', null, 'delivered', null],
    ['undelivered', '30003', 'undelivered', '30003'],
    ['failed', '30008', 'undelivered', '30008'],
    ['undelivered', null, 'undelivered', 'undelivered'],
    ['initiated', null, 'accepted', null],
    ['ringing', null, 'accepted', null],
    ['in-progress', null, 'accepted', null],
    ['completed', null, 'delivered', null],
    ['busy', null, 'undelivered', 'busy'],
    ['no-answer', null, 'undelivered', 'no-answer'],
    ['failed', null, 'undelivered', 'failed'],
    ['canceled', null, 'undelivered', 'canceled'],
    ['a word of tomorrow', null, 'accepted', null],
  ])('%s with code %s is %s, code %s', (status, errorCode, state, code) => {
    expect(receiptOf({ sid: 'SM1', status, errorCode, at: null, parts: 2 })).toEqual({
      state,
      providerId: 'SM1',
      code,
      at: null,
      parts: 2,
    });
  });

  test.each([
    ['21211', 'number'],
    ['21614', 'number'],
    ['21635', 'number'],
    ['30006', 'number'],
    ['21610', 'unsubscribed'],
    ['30004', 'content'],
    ['30007', 'content'],
    ['20003', 'account'],
    ['21408', 'number_busy'],
    ['21612', 'number_busy'],
    ['20429', 'line_busy'],
    ['14107', 'line_busy'],
    ['21611', 'line_busy'],
    ['30001', 'line_busy'],
    ['30003', 'later'],
    ['30005', 'later'],
    ['30008', 'later'],
    ['64999', 'later'],
  ])('code %s of a text means %s', (code, means) => {
    expect(readCode(TWILIO_SMS, code).means).toBe(means);
  });

  test.each(['busy', 'no-answer', 'failed', 'canceled'])('a call that ended %s may be tried again', (code) => {
    expect(readCode(TWILIO_VOICE, code)).toMatchObject({ means: 'later', words: expect.not.stringMatching(/[a-z]/) });
  });
});

describe('a call', () => {
  const keys = 'https://ld.example.cn/hooks/twilio/digits?attempt=a&code=37';

  test('hostile words stay words', () => {
    const twiml = callTwiml('【仙居】<Dial>110</Dial> & "险情"', keys);
    expect(twiml).not.toContain('<Dial>');
    expect(twiml.match(/仙居/g)).toHaveLength(2);
    expect(twiml).toContain('attempt=a&amp;code=37');
  });

  test('what would be longer than Twilio takes is said once', () => {
    expect(callTwiml('长'.repeat(1500), keys).match(/长{1500}/g)).toHaveLength(2);
    const once = callTwiml('长'.repeat(2500), keys);
    expect(once.match(/长{2500}/g)).toHaveLength(1);
    expect(once.length).toBeLessThanOrEqual(4000);
  });

  test('without an order no key is asked for', () => {
    expect(callTwiml('今晚有暴雨', null)).not.toContain('Gather');
  });

  test.each([
    ['1', '收到，已记录', false],
    ['5', '集结，已记录', false],
    ['0', '不能，已记录', false],
    ['7', '没有这个按键', true],
    ['*', '没有这个按键', true],
  ])('to key %s the phone says %s', (digit, words, again) => {
    const twiml = answerTwiml(digit, keys);
    expect(twiml).toContain(words);
    expect(twiml.includes('Gather')).toBe(again);
    expect(answerTwiml(digit, null)).not.toContain('Gather');
  });
});

test('where Twilio answers, whether or not the public address ends in a slash', () => {
  const one = 'https://ld.example.cn/x/hooks/twilio/status?attempt=a-1';
  expect(statusUrl({ publicUrl: 'https://ld.example.cn/x' }, 'a-1')).toBe(one);
  expect(statusUrl({ publicUrl: 'https://ld.example.cn/x/' }, 'a-1')).toBe(one);
  expect(keysUrl({ publicUrl: 'https://ld.example.cn' }, 'a-1', '37', '1')).toBe(
    'https://ld.example.cn/hooks/twilio/digits?attempt=a-1&code=37&again=1',
  );
});

describe('which call was made by a request without an answer', () => {
  const made = (...seconds: number[]) => seconds.map((at) => ({ sid: `CA${at}`, dateCreated: new Date(at * 1000) }));
  const rival = (providerId: string | null, seconds: number, id = 'a1') => ({
    id,
    providerId,
    at: new Date(seconds * 1000),
  });
  const asked = { id: 'a2', at: new Date(100_000) };

  test('the one made about then, not one that is another message’s', () => {
    expect(ownOf(made(0, 95, 102, 300), asked, [])?.sid).toBe('CA102');
    expect(ownOf(made(0, 95, 300), asked, [])).toBeNull();
    expect(ownOf(made(99, 102), asked, [rival('CA99', 98)])?.sid).toBe('CA102');
    expect(ownOf(made(102), asked, [rival('CA102', 101)])).toBeNull();
  });

  test('what another request without an answer may have made is nobody’s', () => {
    expect(ownOf(made(100), asked, [rival(null, 99)])).toBeNull();
    expect(ownOf(made(101), asked, [rival(null, 101)])).toBeNull();
    expect(ownOf(made(98, 100), asked, [rival('CA98', 98), rival(null, 99)])).toBeNull();
  });

  test('where there are as many as requests, each has its own; one made later, or long before, has made none of them', () => {
    expect(ownOf(made(99, 100), asked, [rival(null, 98)])?.sid).toBe('CA100');
    expect(ownOf(made(100, 101), asked, [rival(null, 101)])?.sid).toBe('CA100');
    expect(ownOf(made(101), asked, [rival(null, 107)])?.sid).toBe('CA101');
    expect(ownOf(made(101), asked, [rival(null, 75)])?.sid).toBe('CA101');
  });

  test('two of the same instant take different ones', () => {
    const both = made(100, 101);
    expect(ownOf(both, asked, [rival(null, 100, 'a1')])?.sid).toBe('CA101');
    expect(ownOf(both, { ...asked, id: 'a1' }, [rival(null, 100, 'a2')])?.sid).toBe('CA100');
  });
});
