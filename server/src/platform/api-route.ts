import type {} from '@fastify/cookie';
import { type ApiName, api } from '@liandong/shared/api';
import type { Received, Route } from '@liandong/shared/route';
import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from './actor.js';
import { Problem } from './problem.js';

export const ROUTE = 'route';

/** A request after the guard: who asks, and the parsed input. */
export interface ApiRequest extends FastifyRequest {
  actor: Actor;
  input: Received<Route>;
}

/** Binds a controller method to one row of the API table: path, method, status, permission, schemas. */
export function ApiRoute(name: ApiName): MethodDecorator {
  const route: Route = api[name];
  return applyDecorators(
    RequestMapping({ path: route.path, method: RequestMethod[route.method] }),
    HttpCode(route.status ?? 200),
    SetMetadata(ROUTE, route),
  );
}

/** The parsed input of the row: `@Input() input: Received<Api['createIncident']>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<ApiRequest>().input;
});

/** The signed-in actor. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<ApiRequest>().actor;
});

/** Parse a request by its row. @throws Problem bad-request with every wrong field */
export function parseInput(route: Route, request: { params: unknown; query: unknown; body: unknown }): Received<Route> {
  const fields: { path: string; message: string }[] = [];
  const read = (schema: z.ZodType | undefined, value: unknown): unknown => {
    if (!schema) return undefined;
    const parsed = schema.safeParse(value ?? {});
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) fields.push({ path: issue.path.join('.'), message: issue.message });
    return undefined;
  };
  const input = {
    params: read(route.params, request.params),
    query: read(route.query, request.query),
    body: read(route.body, request.body),
  };
  if (!route.anyText) fields.push(...unholdable(input));
  if (fields.length === 0) return input as Received<Route>;
  // An id that cannot exist is an unknown one, not a malformed request.
  if (route.params && input.params === undefined) throw new Problem('not-found');
  throw new Problem('bad-request', { fields });
}

/** Texts with a NUL or half a character: no database takes them. */
function unholdable(value: unknown, path: string[] = []): { path: string; message: string }[] {
  if (typeof value === 'string') {
    return value.includes('\0') || !value.isWellFormed()
      ? [{ path: path.slice(1).join('.'), message: '含有无法保存的字符' }]
      : [];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => unholdable(inner, [...path, key]));
}
