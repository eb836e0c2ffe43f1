import { describe, expect, test } from '@jest/globals';
import { BACKOFF_MS } from '../outbox.rules.js';
import * as rules from './photos.rules.js';
import { formSubject, type Photo, proofSubject } from './photos.rules.js';

const T = 1_800_000_000_000;
const FORM = formSubject('o');
const photo = (clientId: string, more: Partial<Photo> = {}): Photo => ({
  clientId,
  owner: 's05',
  subject: FORM,
  orderId: 'o',
  name: `${clientId}.jpg`,
  blob: new Blob([]),
  keepLocation: false,
  attachmentId: null,
  refusal: null,
  attempts: 0,
  notBefore: 0,
  ...more,
});
const next = (photos: Photo[], now = T) => rules.nextPhoto(photos, 's05', now)?.photo.clientId ?? null;

describe('the queue of photos', () => {
  test('they go one after another in the order they were taken', () => {
    const [a, b] = [photo('a'), photo('b')];
    expect(next([a, b])).toBe('a');
    expect(next([rules.settlePhoto(a, { kind: 'accepted', attachmentId: 'x' }, T), b])).toBe('b');
  });
  test('one that failed waits its pause and lets the next pass', () => {
    const failed = rules.settlePhoto(rules.beginPhoto(photo('a')), { kind: 'later' }, T);
    expect(next([failed, photo('b')])).toBe('b');
    expect(rules.nextPhoto([failed], 's05', T)).toEqual({ photo: failed, at: T + BACKOFF_MS[0] });
  });
  test('once its pause is over it goes before the newer ones', () => {
    const failed = rules.settlePhoto(rules.beginPhoto(photo('a')), { kind: 'later' }, T);
    expect(next([failed, photo('b')], T + BACKOFF_MS[0])).toBe('a');
  });
  test('a refused one is not sent again and keeps the server’s words', () => {
    const refused = rules.settlePhoto(photo('a'), { kind: 'refused', words: '文件太大' }, T);
    expect(next([refused])).toBeNull();
    expect(rules.refusedOf([refused], FORM)).toEqual([refused]);
  });
  test('a photo of another account stays where it is', () =>
    expect(rules.nextPhoto([photo('a')], 's06', T)).toBeNull());
  test('what still waits, and what the server has, is told apart by what it belongs to', () => {
    const photos = [
      photo('a', { attachmentId: 'x' }),
      photo('b'),
      photo('c', { refusal: '…' }),
      photo('d', { subject: proofSubject('f') }),
      photo('e', { subject: proofSubject('f'), attachmentId: 'y' }),
    ];
    expect(rules.waitingOf(photos, FORM)).toBe(1);
    expect(rules.uploadedIds(photos, FORM)).toEqual(['x']);
    expect(rules.uploadedIds(photos, proofSubject('f'))).toEqual(['y']);
  });
  test('a subject names the form it belongs to', () => {
    expect(rules.formOf(FORM)).toBe('o');
    expect(rules.formOf(proofSubject('f'))).toBeNull();
  });
});

describe('the size of a photo', () => {
  test.each([
    [4032, 3024, 2560, 1920],
    [3024, 4032, 1920, 2560],
    [1280, 720, 1280, 720],
    [10_000, 1, 2560, 1],
  ])('%s × %s becomes %s × %s', (width, height, fitWidth, fitHeight) => {
    expect(rules.fit(width, height, 2560)).toEqual({ width: fitWidth, height: fitHeight });
  });
});
