import { api } from '@liandong/shared/api';
import type { Route } from '@liandong/shared/route';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

const nameOf = ({ method, path }: { method: unknown; path: string }): string => `${method} ${path}`;
const LARGE = new Set(
  Object.values<Route>(api)
    .filter((route) => route.largeBody)
    .map(nameOf),
);

/** A file of 8 MB as base64, and what stands round it. */
const MOST_BYTES = 12_000_000;

/**
 * Routes that take a whole file within their JSON may get a longer body than the others; nothing of it is read for somebody
 * who is not signed in.
 */
export function takeLargeBodies(
  fastify: FastifyInstance,
  isSignedIn: (request: FastifyRequest) => Promise<boolean>,
): void {
  fastify.addHook('onRoute', (route) => {
    if (!LARGE.has(nameOf({ method: route.method, path: route.url }))) return;
    route.bodyLimit = MOST_BYTES;
    route.onRequest = async (request: FastifyRequest) => {
      if (!(await isSignedIn(request))) throw new Problem('not-signed-in');
    };
  });
}
