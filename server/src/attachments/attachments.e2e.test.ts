import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { AttachmentView } from '@liandong/shared/attachment';
import type { IncidentView } from '@liandong/shared/incident';
import type { OrderView } from '@liandong/shared/order';
import type { ProblemBody } from '@liandong/shared/problem';
import exifr from 'exifr';
import sharp from 'sharp';
import { useApp } from '../../test/app.js';
import { order, takeCall } from '../../test/factories.js';

/** 28°44′13.2″N 120°27′43.2″E: 下陈村, with a maker's name, lying on its side. */
const EXIF = {
  IFD0: { Make: 'PracticePhone', Orientation: '6' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '28/1 44/1 1320/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '120/1 27/1 4320/100',
  },
};
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 180, g: 90, b: 40 } } });
const photo = () => plain(400, 300).withExif(EXIF).withMetadata({ orientation: 6 }).jpeg().toBuffer();
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

const app = useApp();
let incident: IncidentView;
let own: OrderView;
let other: OrderView;

beforeAll(async () => {
  const dispatcher = await app.as('dispatcher');
  for (const user of ['s05', 's06', 'auditor']) await app.as(user);
  incident = await takeCall(dispatcher);
  [own, other] = (await order(dispatcher, incident.id, 'S05', 'S06')) as [OrderView, OrderView];
});

interface Sent {
  as?: string;
  type?: string;
  query?: Record<string, string>;
}
async function send(body: Buffer, { as = 's05', type = 'image/jpeg', query = {} }: Sent = {}) {
  const all = new URLSearchParams({ name: '现场.jpg', clientId: randomUUID(), ...query });
  const response = await app.raw(`/api/attachments?${all}`, {
    as,
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(body),
  });
  const answer = await response.json();
  return { status: response.status, body: answer as AttachmentView, problem: answer as ProblemBody };
}
const sendOwn = (body: Buffer, more: Sent = {}) => send(body, { ...more, query: { orderId: own.id, ...more.query } });
const fetchFile = (id: string, as = 's05', headers: Record<string, string> = {}) =>
  app.raw(`/api/attachments/${id}`, { as, headers });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('a photograph', () => {
  test('is stored upright and without anything but the picture: no position, no maker', async () => {
    const taken = await photo();
    expect(await exifr.gps(taken)).toEqual({ latitude: expect.closeTo(28.737), longitude: expect.closeTo(120.462) });
    const { status, body } = await sendOwn(taken);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: '现场.jpg',
      mediaType: 'image/jpeg',
      width: 300,
      height: 400,
      location: null,
      uploadedAt: app.now.toISOString().replace('.000Z', '+00:00'),
    });

    const stored = await bytesOf(await fetchFile(body.id));
    expect(stored.length).toBe(body.bytes);
    expect(stored.includes('PracticePhone')).toBe(false);
    const { format, width, height, exif, orientation } = await sharp(stored).metadata();
    expect([format, width, height, exif, orientation]).toEqual(['jpeg', 300, 400, undefined, undefined]);
  });

  test.each(['jpeg', 'webp', 'png'] as const)(
    'a %s tells where it was taken only when its sender keeps it',
    async (format) => {
      const taken = await sharp(await photo())
        .keepExif()
        [format]()
        .toBuffer();
      const { body } = await sendOwn(taken, { type: `image/${format}`, query: { keepLocation: '1' } });
      expect(body.location).toEqual({ lon: expect.closeTo(120.462), lat: expect.closeTo(28.737) });
      const { format: stored, exif } = await sharp(await bytesOf(await fetchFile(body.id))).metadata();
      expect({ stored, exif }).toEqual({ stored: format, exif: undefined });
      expect((await sendOwn(taken, { type: `image/${format}` })).body.location).toBeNull();
    },
  );

  test('larger than any screen is made smaller, a small one is left', async () => {
    const large = await sendOwn(await plain(4000, 1000).jpeg().toBuffer());
    expect(large.body).toMatchObject({ width: 2560, height: 640 });
  });

  test('sent twice with the same id is one, also at the same moment', async () => {
    const query = { clientId: randomUUID() };
    const body = await photo();
    const answers = await Promise.all([sendOwn(body, { query }), sendOwn(body, { query }), sendOwn(body, { query })]);
    answers.push(await sendOwn(body, { query }));
    expect(answers.map(({ status, body: { id } }) => [status, id])).toEqual(Array(4).fill([201, query.clientId]));
    const auditor = await app.as('auditor');
    const { body: trail } = await auditor('readTrail', { query: { limit: 1000 } });
    expect(trail.items.filter((event) => event.payload.attachmentId === query.clientId)).toHaveLength(1);
  });

  test('that is there stays as it is, whatever is sent with its id later', async () => {
    const query = { clientId: randomUUID() };
    await sendOwn(await photo(), { query });
    const before = await bytesOf(await fetchFile(query.clientId));
    expect((await sendOwn(await plain(20, 20).jpeg().toBuffer(), { query })).body).toMatchObject({ width: 300 });
    expect(await bytesOf(await fetchFile(query.clientId))).toEqual(before);
  });

  test('an id that belongs to another file is refused', async () => {
    const query = { clientId: randomUUID() };
    await sendOwn(await photo(), { query });
    const again = await send(await photo(), { as: 'dispatcher', query: { ...query, orderId: own.id } });
    expect(again).toMatchObject({ status: 400, problem: { fields: [{ path: 'clientId' }] } });
  });

  test('is in the log of its incident', async () => {
    const { body } = await sendOwn(await photo(), { query: { name: '../滑坡 全景.jpg' } });
    const auditor = await app.as('auditor');
    const added = await app.until(async () => {
      const trail = await auditor('readTrail', { query: { limit: 1000 } });
      return trail.body.items.find((event) => event.payload.attachmentId === body.id);
    });
    expect(added).toMatchObject({
      type: 'attachment.added',
      incidentId: incident.id,
      teamCode: 'S05',
      payload: { name: '.._滑坡 全景.jpg', mediaType: 'image/jpeg', orderId: own.id },
    });
  });
});

describe('a file on its way out', () => {
  test('can do nothing but be looked at, and is kept by no shared cache', async () => {
    const { body } = await sendOwn(await photo());
    const { headers } = await fetchFile(body.id);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename*=UTF-8''%E7%8E%B0%E5%9C%BA.jpg`,
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; sandbox`,
    });
  });

  test('a pdf is saved, byte for byte as it came', async () => {
    const { status, body } = await sendOwn(PDF, { type: 'application/pdf', query: { name: '灾情报告.pdf' } });
    expect({ status, body }).toMatchObject({ status: 201, body: { bytes: PDF.length, width: null, height: null } });
    const response = await fetchFile(body.id);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(await bytesOf(response)).toEqual(PDF);
  });

  test('is not sent again to who has it, but asked for each time', async () => {
    const { body } = await sendOwn(await photo());
    const etag = (await fetchFile(body.id)).headers.get('etag')!;
    const again = await fetchFile(body.id, 's05', { 'if-none-match': etag });
    expect([again.status, (await bytesOf(again)).length]).toEqual([304, 0]);
    expect((await fetchFile(body.id, 's06', { 'if-none-match': etag })).status).toBe(403);
  });
});

describe('what is not taken', () => {
  const jpeg = () => plain(300, 200).jpeg().toBuffer();

  test.each<[string, () => Promise<Buffer> | Buffer, string, number]>([
    ['a png that is said to be a jpeg', () => plain(9, 9).png().toBuffer(), 'image/jpeg', 415],
    ['a jpeg that is said to be a pdf', jpeg, 'application/pdf', 415],
    [
      'a drawing with scripts that is said to be a png',
      () => Buffer.from('<svg onload="alert(1)"/>'),
      'image/png',
      415,
    ],
    [
      'a page that is said to be a jpeg',
      () => Buffer.from('<!doctype html><script>alert(1)</script>'),
      'image/jpeg',
      415,
    ],
    ['a drawing', () => Buffer.from('<svg/>'), 'image/svg+xml', 415],
    ['a page', () => Buffer.from('<p>'), 'text/html', 415],
    ['json', () => Buffer.from('{}'), 'application/json', 415],
    ['a jpeg that breaks off', async () => (await jpeg()).subarray(0, -200), 'image/jpeg', 400],
    ['the beginning of a jpeg and nothing more', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg', 400],
    ['nothing', () => Buffer.alloc(0), 'image/jpeg', 400],
    ['a jpeg of 21 MB', () => Buffer.alloc(21_000_000, 0xff), 'image/jpeg', 413],
    ['a pdf of 21 MB', () => Buffer.concat([PDF, Buffer.alloc(21_000_000)]), 'application/pdf', 413],
  ])('%s', async (_, make, type, status) => {
    const answer = await sendOwn(await make(), { type });
    expect(answer.status).toBe(status);
    expect(answer.problem.title).toMatch(/\p{Script=Han}/u);
  });

  test('a few kilobytes that would unpack into gigabytes', async () => {
    const bomb = await plain(20_000, 5000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await sendOwn(bomb, { type: 'image/png' })).toMatchObject({ status: 400, problem: { detail: /无法打开/ } });
  });

  test('and nothing of it is kept', async () => {
    const count = async () => (await app.source.query('SELECT count(*)::int AS n FROM attachments'))[0].n;
    const before = await count();
    await sendOwn(Buffer.from('<p>'));
    expect(await count()).toBe(before);
  });

  test.each([
    ['a body in another form', () => `/api/orders/${own.id}/reports`],
    ['no body', () => '/api/auth/logout'],
  ])('at a door that wants %s', async (_, path) => {
    const headers = { 'content-type': 'image/jpeg' };
    const init = { as: 's05', method: 'POST', headers, body: new Uint8Array(await jpeg()) };
    expect((await app.raw(path(), init)).status).toBe(415);
  });
});

describe('whose files', () => {
  const unknown = '00000000-0000-7000-8000-000000000000';

  test('a team sends and reads those of its own orders, and no others', async () => {
    const mine = await sendOwn(await photo());
    expect((await fetchFile(mine.body.id)).status).toBe(200);
    expect((await fetchFile(mine.body.id, 's06')).status).toBe(403);
    expect((await send(await photo(), { query: { orderId: other.id } })).status).toBe(403);
    const whole = await send(await photo(), { as: 'dispatcher', query: { incidentId: incident.id } });
    expect((await fetchFile(whole.body.id)).status).toBe(403);
  });

  test('a team has to say for which order', async () => {
    expect(await send(await photo(), { query: { incidentId: incident.id } })).toMatchObject({
      status: 400,
      problem: { fields: [{ path: 'orderId' }] },
    });
  });

  test('the desk sends for any incident and order and reads them all', async () => {
    const subjects: Record<string, string>[] = [
      { incidentId: incident.id },
      { orderId: other.id },
      { incidentId: incident.id, orderId: other.id },
    ];
    for (const query of subjects) {
      const { status, body } = await send(await photo(), { as: 'dispatcher', query });
      expect(status).toBe(201);
      expect((await fetchFile(body.id, 'auditor')).status).toBe(200);
    }
  });

  test.each<[string, () => Record<string, string>, number]>([
    ['neither incident nor order', () => ({}), 400],
    ['an order of another incident', () => ({ orderId: own.id, incidentId: unknown }), 400],
    ['an unknown incident', () => ({ incidentId: unknown }), 404],
    ['an unknown order', () => ({ orderId: unknown }), 404],
  ])('%s: refused', async (_, query, status) => {
    expect((await send(await photo(), { as: 'dispatcher', query: query() })).status).toBe(status);
  });

  test('nobody signed in, nobody served', async () => {
    const query = new URLSearchParams({ name: 'x.jpg', clientId: randomUUID(), orderId: own.id });
    const headers = { 'content-type': 'image/jpeg' };
    const body = new Uint8Array(await photo());
    expect((await app.raw(`/api/attachments?${query}`, { method: 'POST', headers, body })).status).toBe(401);
    expect((await app.raw(`/api/attachments/${unknown}`)).status).toBe(401);
    expect((await fetchFile(unknown)).status).toBe(404);
  });
});

test('the description of the interface says what is uploaded and what comes back', async () => {
  const { paths } = (await (await app.raw('/api/openapi.json')).json()) as {
    paths: Record<
      string,
      Record<string, { requestBody?: { content: object }; responses: Record<string, { content: object }> }>
    >;
  };
  const types = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];
  expect(Object.keys(paths['/api/attachments']!.post!.requestBody!.content)).toEqual(types);
  expect(Object.keys(paths['/api/attachments/{id}']!.get!.responses['200']!.content)).toEqual(types);
});
