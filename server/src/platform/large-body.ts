import { api } from '@liandong/shared/api';
import type { Route } from '@liandong/shared/route';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const nameOf = ({ method, path }: { method: unknown; path: string }): string => `${method} ${path}`;
const LARGE = new Map(
  Object.values<Route>(api)
    .filter((route) => route.largeBody)
    .map((route) => [nameOf(route), route]),
);

/** A file of 8 MB as base64, and what stands round it. */
const MOST_BYTES = 12_000_000;

/**
 * Routes that take a whole file within their JSON may get a longer body than the others; nothing of it is read for somebody
 * whom the guard would not let in.
 * @param admit throws as the guard does
 */
export function takeLargeBodies(
  fastify: FastifyInstance,
  admit: (route: Route, request: FastifyRequest) => Promise<unknown>,
): void {
  fastify.addHook('onRoute', (registered) => {
    const route = LARGE.get(nameOf({ method: registered.method, path: registered.url }));
    if (!route) return;
    registered.bodyLimit = MOST_BYTES;
    registered.onRequest = async (request: FastifyRequest) => {
      await admit(route, request);
    };
  });
}
