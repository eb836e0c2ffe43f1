import { api } from '@liandong/shared/api';
import type { Route } from '@liandong/shared/route';
import type { FastifyInstance } from 'fastify';

const LARGE = new Set(Object.values<Route>(api).flatMap((route) => (route.largeBody ? [route.path as string] : [])));

/** A file of 8 MB as base64, and what stands round it. */
const MOST_BYTES = 12_000_000;

/** Routes that take a whole file within their JSON may get a longer body than the others. */
export function takeLargeBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (LARGE.has(route.url)) route.bodyLimit = MOST_BYTES;
  });
}
