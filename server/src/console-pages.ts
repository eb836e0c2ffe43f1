import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Addresses of the console, each the same page: the router inside reads the rest. */
const PAGES: Record<string, string> = {
  '/': 'index.html',
  '/desk': 'index.html',
  '/teams': 'index.html',
  '/readiness': 'index.html',
  '/teams/:code': 'index.html',
  '/replies': 'index.html',
  '/reports': 'index.html',
  '/settings': 'index.html',
  '/owed': 'index.html',
  '/duty': 'index.html',
  '/messages': 'index.html',
  '/forces': 'index.html',
  '/county': 'index.html',
  '/setup': 'index.html',
  '/incidents/:id/upward/:reportId/print': 'index.html',
  '/notices/:id/print': 'index.html',
  '/phones': 'index.html',
  '/field': 'field.html',
};

const FOLDER = fileURLToPath(new URL('../../console/dist', import.meta.url));

/** Serve the built console, when it is built. Names with a hash in them never change, pages are always asked for again. */
export async function serveConsole(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(FOLDER)) return;
  await fastify.register(fastifyStatic, {
    root: FOLDER,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const [path, page] of Object.entries(PAGES)) fastify.get(path, (_request, reply) => reply.sendFile(page));
}
