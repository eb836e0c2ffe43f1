import { describe, expect, test } from '@jest/globals';
import { addressOf, isTab, type Page, readPage } from './page.rules.js';

describe('the page in the address', () => {
  test.each<Page>([
    { name: 'orders' },
    { name: 'todo' },
    { name: 'duty' },
    { name: 'hotline' },
    { name: 'ended' },
    { name: 'equipment' },
    { name: 'documents' },
    { name: 'members' },
    { name: 'feedback', id: '0198c0de-0000-7000-8000-000000000001' },
    { name: 'notice', id: 'a b/c' },
    { name: 'followUp', id: 'x' },
  ])('%j is found again', (page) => expect(readPage(addressOf(page))).toEqual(page));

  test.each(['', '#', '#/', '#/nonsense', '#/feedback', '#/feedback/'])('“%s” is the orders', (hash) => {
    expect(readPage(hash)).toEqual({ name: 'orders' });
  });
  test('only the four main pages keep the bar', () => {
    expect((['orders', 'todo', 'duty', 'hotline', 'ended'] as const).map((name) => isTab({ name }))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(isTab({ name: 'feedback', id: 'x' })).toBe(false);
  });
});
