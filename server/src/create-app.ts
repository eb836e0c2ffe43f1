import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { ApiGuard } from './auth/api.guard.js';
import type { Config } from './config.js';
import { takeHooks } from './platform/hook-body.js';
import { takeLargeBodies } from './platform/large-body.js';
import { takeUploads } from './platform/upload.js';
import { LiveAdapter } from './realtime/live-adapter.js';

const BODY_LIMIT = 1_048_576;

/** No script but our own files; the map needs a worker and images it draws itself. */
const CSP = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

/** The application, wired but not yet listening. */
export async function createApp(config: Config, database: DataSource): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.TRUSTED_PROXIES?.split(',') ?? false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, database), adapter, {
    logger: config.NODE_ENV === 'test' ? ['error', 'fatal'] : ['error', 'fatal', 'warn'],
    forceCloseConnections: true,
  });
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { directives: CSP },
    hsts: config.PUBLIC_URL?.startsWith('https:') ?? false,
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onSend', async (request, reply) => {
    const isApi = request.url.startsWith('/api/');
    if (isApi && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  takeLargeBodies(fastify, (route, request) => app.get(ApiGuard).admit(route, request));
  takeUploads(fastify);
  takeHooks(fastify);
  const live = new LiveAdapter(app, config.REDIS_URL);
  await live.connect();
  app.useWebSocketAdapter(live);
  return app;
}
