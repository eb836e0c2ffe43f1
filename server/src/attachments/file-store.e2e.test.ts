import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../config.js';
import { type FileStore, fileStore } from './file-store.js';

const BYTES = Buffer.from([0, 1, 2, 255, 254]);

/** An object store of the outside world: keeps what is signed with the right key for the right place, refuses the rest. */
class FakeS3 {
  readonly files = new Map<string, { bytes: Buffer; mediaType: string | undefined }>();
  readonly refused: string[] = [];
  failNext = 0;
  private readonly server: Server = createServer((request, response) => {
    void (async () => {
      const bytes = await buffer(request);
      const { authorization, ...headers } = request.headers;
      const signed =
        /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/cn-north-1\/s3\/aws4_request, SignedHeaders=\S*x-amz-content-sha256\S*, Signature=[0-9a-f]{64}$/;
      const sum = createHash('sha256').update(bytes).digest('hex');
      const end = (status: number, body?: Buffer) => response.writeHead(status).end(body);
      if (this.failNext > 0) {
        this.failNext -= 1;
        return end(503);
      }
      if (!signed.test(authorization ?? '') || (request.method === 'PUT' && headers['x-amz-content-sha256'] !== sum)) {
        this.refused.push(`${request.method} ${request.url}`);
        return end(403);
      }
      if (request.method === 'PUT') {
        this.files.set(request.url!, { bytes, mediaType: headers['content-type'] });
        return end(200);
      }
      const file = this.files.get(request.url!);
      return file ? end(200, file.bytes) : end(404);
    })();
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => {
      this.server.close(resolve);
      this.server.closeAllConnections();
    });
  }
}

const fake = new FakeS3();
const folder = mkdtempSync(join(tmpdir(), 'liandong-files-'));
const stores: Record<string, FileStore> = {};

beforeAll(async () => {
  const endpoint = await fake.start();
  stores.folder = fileStore(readConfig({ DATA_DIR: folder }));
  stores.s3 = fileStore(
    readConfig({
      S3_ENDPOINT: `${endpoint}/`,
      S3_BUCKET: 'liandong',
      S3_ACCESS_KEY: 'key',
      S3_SECRET_KEY: 'secret',
      S3_REGION: 'cn-north-1',
    }),
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await fake.stop();
});

describe.each(['folder', 's3'])('files in the store “%s”', (name) => {
  const store = () => stores[name]!;

  test('come back as they went in', async () => {
    const id = randomUUID();
    await store().put(id, BYTES, 'image/png');
    expect(await store().get(id)).toEqual(BYTES);
  });

  test('written again are replaced', async () => {
    const id = randomUUID();
    await store().put(id, BYTES, 'image/png');
    await store().put(id, Buffer.from('other'), 'image/png');
    expect(String(await store().get(id))).toBe('other');
  });

  test('that are not there are null, not a failure', async () => {
    expect(await store().get(randomUUID())).toBeNull();
  });
});

test('the folder is for the server’s own user alone, and no half-written file stays', async () => {
  const id = randomUUID();
  await stores.folder!.put(id, BYTES, 'image/png');
  const place = join(folder, 'attachments', id.slice(-2));
  expect(readdirSync(place)).toEqual([id]);
  expect(statSync(join(place, id)).mode & 0o777).toBe(0o600);
  expect(statSync(place).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'attachments')).mode & 0o777).toBe(0o700);
});

describe('the object store', () => {
  test('is addressed by path, signed, with the content in the signature and its type beside it', async () => {
    const id = randomUUID();
    await stores.s3!.put(id, BYTES, 'application/pdf');
    expect(fake.files.get(`/liandong/attachments/${id}`)).toEqual({ bytes: BYTES, mediaType: 'application/pdf' });
    expect(fake.refused).toEqual([]);
  });

  test('is asked again when it stumbles', async () => {
    const id = randomUUID();
    fake.failNext = 1;
    await stores.s3!.put(id, BYTES, 'image/png');
    expect(await stores.s3!.get(id)).toEqual(BYTES);
  });

  test('that stays away is a failure, never a file that is not there', async () => {
    fake.failNext = 6;
    await expect(stores.s3!.put(randomUUID(), BYTES, 'image/png')).rejects.toThrow('PUT answered 503');
    await expect(stores.s3!.get(randomUUID())).rejects.toThrow('GET answered 503');
    expect(fake.failNext).toBe(0);
  });
});
