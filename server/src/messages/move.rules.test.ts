import { describe, expect, test } from '@jest/globals';
import type { Channel, MessagePurpose } from '@liandong/shared/message';
import { moveTo } from './move.rules.js';

const able = () => true;
const message = (channel: Channel, purpose: MessagePurpose = 'chase', movedFromId: string | null = null) => ({
  channel,
  purpose,
  movedFromId,
});

describe('a message its channel cannot bring', () => {
  test.each<[Channel, Channel | null]>([
    ['sms', 'voice'],
    ['voice', 'sms'],
    ['app', null],
  ])('%s goes on by %s', (from, to) => {
    expect(moveTo(message(from), able, [])).toBe(to);
  });

  test.each<[MessagePurpose, Channel | null]>([
    ['order', 'voice'],
    ['recall', 'voice'],
    ['chase', 'voice'],
    ['notice', 'voice'],
    ['answer', null],
    ['broadcast', null],
  ])('of a text that is %s: %s', (purpose, to) => {
    expect(moveTo(message('sms', purpose), able, [])).toBe(to);
  });

  test('is moved once, not to where the same word goes anyway, and not where the county has no line', () => {
    expect(moveTo(message('sms', 'chase', 'another'), able, [])).toBeNull();
    expect(moveTo(message('sms'), able, ['voice'])).toBeNull();
    expect(moveTo(message('sms'), (channel) => channel !== 'voice', [])).toBeNull();
  });
});
