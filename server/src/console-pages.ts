import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Addresses of the console, each the same page: the router inside reads the rest. */
const PAGES: Record<string, string> = {
  '/': 'index.html',
  '/desk': 'index.html',
  '/teams': 'index.html',
  '/replies': 'index.html',
  '/reports': 'index.html',
  '/phones': 'index.html',
  '/field': 'field.html',
};

/** Serve the built console from `folder`. Names with a hash in them never change, pages are always asked for again. */
export async function serveConsole(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const [path, page] of Object.entries(PAGES)) fastify.get(path, (_request, reply) => reply.sendFile(page));
}
