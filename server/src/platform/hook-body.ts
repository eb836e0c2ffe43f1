import type { FastifyInstance, FastifyRequest } from 'fastify';

const AS_IT_CAME = 'application/x-as-it-came';
const LIMIT = 262_144;

declare module 'fastify' {
  interface FastifyRequest {
    /** The content type a webhook was sent with. */
    hookType?: string;
  }
}

/** A webhook with its body as it came: signatures are over bytes, and what is cut short has to reach the one who puts it on record. */
export type HookRequest = FastifyRequest<{ Body: Buffer | undefined; Querystring: Record<string, string> }>;

/** Bodies under `/hooks/` are handed on unread, whatever they claim to be. */
export function takeHooks(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request) => {
    // By the route, not by the address as it was written: %68ooks is hooks.
    if (!request.routeOptions.url?.startsWith('/hooks/')) return;
    request.hookType = request.headers['content-type'] ?? '';
    request.headers['content-type'] = AS_IT_CAME;
  });
  fastify.addContentTypeParser(AS_IT_CAME, { parseAs: 'buffer', bodyLimit: LIMIT }, (_request, body, done) =>
    done(null, body),
  );
}
