import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { S3Settings } from '../config.js';
import type { FileStore } from './file-store.js';

/** As long as a person waits for an upload. */
const PATIENCE_MS = 20_000;

/** Files as `<bucket>/attachments/<id>`; every request is signed, the content with it. */
export function s3Store({ endpoint, bucket, accessKey, secretKey, region }: S3Settings): FileStore {
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    region,
    service: 's3',
    retries: 2,
  });
  const ask = (id: string, init: RequestInit): Promise<Response> =>
    client.fetch(`${endpoint.replace(/\/+$/, '')}/${bucket}/attachments/${id}`, {
      ...init,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  return {
    async put(id, bytes, mediaType) {
      const sum = createHash('sha256').update(bytes).digest('hex');
      const headers = { 'content-type': mediaType, 'x-amz-content-sha256': sum };
      const answer = await ask(id, { method: 'PUT', headers, body: new Uint8Array(bytes) });
      if (!answer.ok) throw failure('PUT', answer);
      await answer.arrayBuffer();
    },
    async get(id) {
      const answer = await ask(id, { method: 'GET' });
      if (answer.status === 404) return null;
      if (!answer.ok) throw failure('GET', answer);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}

const failure = (method: string, { status }: Response): Error =>
  new Error(`object store: ${method} answered ${status}`);
