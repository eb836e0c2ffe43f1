import { describe, expect, it } from '@jest/globals';
import { keyName, type Press } from './key-name.js';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

describe('naming a key press', () => {
  it.each([
    [press('j'), 'j'],
    [press('J', { shiftKey: true }), 'j'],
    [press('?', { shiftKey: true, code: 'Slash' }), '?'],
    [press('F2'), 'F2'],
    [press(' '), 'Space'],
    [press('Enter', { ctrlKey: true }), 'ctrl+Enter'],
    [press('Enter', { ctrlKey: true, shiftKey: true }), 'ctrl+shift+Enter'],
    [press('Enter', { metaKey: true }), 'ctrl+Enter'],
    [press('3', { code: 'Digit3' }), '3'],
    [press('3', { code: 'Numpad3' }), '3'],
    [press('£', { code: 'Digit3', altKey: true }), 'alt+3'],
    [press('#', { code: 'Digit3', shiftKey: true }), '#'],
  ])('%#: %s', (event, name) => {
    expect(keyName(event)).toBe(name);
  });
});
