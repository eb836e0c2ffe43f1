import { describe, expect, test } from '@jest/globals';
import { isKey, type ReminderState, reminderState } from './reminder.rules';

describe('what is shown of the reminder', () => {
  test.each<[boolean, NotificationPermission, boolean, ReminderState]>([
    [false, 'default', false, 'unsupported'],
    [false, 'denied', false, 'unsupported'],
    [true, 'denied', true, 'blocked'],
    [true, 'default', false, 'off'],
    [true, 'granted', false, 'off'],
    [true, 'default', true, 'off'],
    [true, 'granted', true, 'on'],
  ])('supported %s, permission %s, subscribed %s: %s', (supported, permission, subscribed, state) => {
    expect(reminderState({ supported, permission, subscribed })).toBe(state);
  });
});

test('a subscription for another key is not ours', () => {
  const bytes = new Uint8Array([4, 251, 255, 190, 0]);
  const key = Buffer.from(bytes).toString('base64url');
  expect(key).toMatch(/[-_]/);
  expect(isKey(bytes.buffer, key)).toBe(true);
  expect(isKey(new Uint8Array([4, 251, 255, 190, 1]).buffer, key)).toBe(false);
  expect(isKey(null, key)).toBe(false);
});
