import { describe, expect, test } from '@jest/globals';
import { bareType, disposition, plainName, pointOf, trueType } from './attachment.rules.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('what a file is', () => {
  test.each([
    ['\xff\xd8\xff\xe0\x00\x10JFIF', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'image/png'],
    ['RIFF\x24\x00\x00\x00WEBPVP8 ', 'image/webp'],
    ['%PDF-1.7\n', 'application/pdf'],
    ['RIFF\x24\x00\x00\x00WAVEfmt ', null],
    ['GIF89a', null],
    ['<svg xmlns="http://www.w3.org/2000/svg">', null],
    ['<!doctype html><script>', null],
    [' %PDF-1.7', null],
    ['MZ\x90', null],
    ['\xff\xd8', null],
    ['', null],
  ])('%j is %s', (start, type) => {
    expect(trueType(bytes(start))).toBe(type);
  });

  test.each([
    ['image/JPEG; q=1', 'image/jpeg'],
    [' application/pdf ', 'application/pdf'],
    [undefined, ''],
  ])('the header %j says %j', (header, type) => {
    expect(bareType(header)).toBe(type);
  });
});

describe('the name of a file is text and nothing else', () => {
  test.each([
    ['现场 1.jpg', '现场 1.jpg'],
    ['../../etc/passwd', '.._.._etc_passwd'],
    ['C:\\fakepath\\x.jpg', 'C:_fakepath_x.jpg'],
    ['a\r\nset-cookie: x\tb.jpg', 'aset-cookie: xb.jpg'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['\u0007\u200b', '附件'],
  ])('%j is kept as %j', (name, kept) => {
    expect(plainName(name)).toBe(kept);
  });

  test.each([
    ['现场.jpg', 'image/jpeg', `inline; filename*=UTF-8''%E7%8E%B0%E5%9C%BA.jpg`],
    [`a"b';(c)*.pdf`, 'application/pdf', `attachment; filename*=UTF-8''a%22b%27%3B%28c%29%2A.pdf`],
  ])('%j as %s is offered as %s', (name, type, header) => {
    expect(disposition(name, type)).toBe(header);
  });
});

describe('where a picture was taken', () => {
  test.each([
    [
      { latitude: 28.737, longitude: 120.462 },
      { lat: 28.737, lon: 120.462 },
    ],
    [{ latitude: 0, longitude: 0 }, null],
    [{ latitude: 91, longitude: 120 }, null],
    [{ latitude: 28, longitude: 180.1 }, null],
    [{ latitude: Number.NaN, longitude: 120 }, null],
    [{ latitude: '28', longitude: 120 }, null],
    [undefined, null],
  ])('%j is %j', (gps, point) => {
    expect(pointOf(gps)).toEqual(point);
  });
});
