import type { Route } from '@liandong/shared/route';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { type Actor, may, SYSTEM } from '../platform/actor.js';
import { type ApiRequest, parseInput, ROUTE } from '../platform/api-route.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { isOwnOrigin } from './origin.rules.js';
import { SESSION_COOKIE, Sessions } from './sessions.js';

/** The one door of the API: who asks, may they, and is what they send well formed; all three from the route's row. */
@Injectable()
export class ApiGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    request.actor = await this.admit(route, request);
    request.input = parseInput(route, request);
    return true;
  }

  /** What is known before anything of a body is read: where it comes from, what it says it is, who sends it, and may they. */
  async admit(route: Route, request: FastifyRequest): Promise<Actor> {
    if (request.method !== 'GET' && !isOwnOrigin(request.headers, this.config.PUBLIC_URL))
      throw new Problem('foreign-origin');
    if (route.body && !isJson(request.headers['content-type'])) throw new Problem('unknown-media');
    return this.whoAsks(route, request);
  }

  private async whoAsks(route: Route, request: FastifyRequest): Promise<Actor> {
    if (route.permission === 'public') return SYSTEM;
    const session = await this.sessions.find(request.cookies[SESSION_COOKIE]);
    if (!session) throw new Problem('not-signed-in');
    const { actor } = session;
    if (route.permission === 'signed-in' || may(actor, route.permission)) return actor;
    await this.transactions.run((tx) =>
      appendEvent(tx, {
        at: this.clock.now(),
        type: 'access.denied',
        actor,
        payload: { method: route.method, path: route.path, address: request.ip },
      }),
    );
    throw new Problem('not-allowed');
  }
}

/** A form of another site can send anything but JSON without being asked first. No body at all is left to the schema. */
const isJson = (type: string | undefined): boolean => type === undefined || /^application\/json\b/i.test(type);
