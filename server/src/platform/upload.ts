import type { Readable } from 'node:stream';
import { api } from '@liandong/shared/api';
import { ATTACHMENT_TYPES } from '@liandong/shared/attachment';
import type { Route } from '@liandong/shared/route';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { errorCodes, type FastifyInstance } from 'fastify';
import type { ApiRequest } from './api-route.js';
import { Problem } from './problem.js';

/** A file on its way in: what its sender says it is, and its bytes as they come. */
export interface Upload {
  mediaType: string;
  body: Readable;
}

const UPLOAD_PATHS = new Set(
  Object.values<Route>(api).flatMap((route) => (route.upload ? [route.path as string] : [])),
);

/** What a browser calls a workbook, rightly or not; what it is, its bytes say. */
const WORKBOOK_TYPES = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/octet-stream',
];
const WORKBOOK_PATHS: ReadonlySet<string> = new Set([api.previewImport.path]);

/**
 * Routes that take a file get it as a stream: nothing of it is in memory before the guard knows who sends it. Everywhere
 * else a file stays an unsupported body.
 */
export function takeUploads(fastify: FastifyInstance): void {
  const takeOn = (types: string[], paths: ReadonlySet<string>): void => {
    fastify.addContentTypeParser(types, (request, body, done) => {
      if (paths.has(request.routeOptions.url ?? '')) done(null, body);
      else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(request.headers['content-type'] ?? ''));
    });
  };
  takeOn(Object.keys(ATTACHMENT_TYPES), UPLOAD_PATHS);
  takeOn(WORKBOOK_TYPES, WORKBOOK_PATHS);
}

/** The file of an upload route. @throws Problem bad-request without a body, unknown-media when it is no file */
export const FileBody = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const { body, headers } = context.switchToHttp().getRequest<ApiRequest>();
  if (body === undefined || body === null) throw Problem.field('body', '没有文件内容');
  if (typeof (body as Readable).pipe !== 'function') throw new Problem('unknown-media');
  return { mediaType: headers['content-type'] ?? '', body: body as Readable };
});

/**
 * The whole file. What is too long is still read for a while, so that its sender gets an answer instead of a broken line.
 * @throws Problem too-large, bad-request when the line broke
 */
export async function readUpload(body: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > 4 * maxBytes) break;
      if (size <= maxBytes) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch {
    throw new Problem('bad-request', { detail: '上传中断' });
  }
  if (size <= maxBytes) return Buffer.concat(chunks);
  throw new Problem('too-large', {
    detail: `文件不得超过 ${Math.floor(maxBytes / 1_000_000)} MB`,
    advice: '请压缩后再上传',
  });
}
