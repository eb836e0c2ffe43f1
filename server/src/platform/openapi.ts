import { api } from '@liandong/shared/api';
import { ATTACHMENT_TYPES } from '@liandong/shared/attachment';
import { PERMISSIONS, type Permission } from '@liandong/shared/auth';
import { ProblemBody } from '@liandong/shared/problem';
import type { Route } from '@liandong/shared/route';
import { z } from 'zod';

const json = (schema: z.ZodType, io: 'input' | 'output') => ({
  'application/json': { schema: z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) },
});

/** A file of one of the kinds that may be attached, as it is; in OpenAPI 3.1 a body without schema. */
const FILE = Object.fromEntries(Object.keys(ATTACHMENT_TYPES).map((type) => [type, {}]));

const parameters = (schema: z.ZodObject | undefined, place: 'path' | 'query') =>
  Object.entries(schema?.shape ?? {}).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || !(value as z.ZodType).safeParse(undefined).success,
    schema: z.toJSONSchema(value as z.ZodType, { io: 'input', unrepresentable: 'any' }),
  }));

const whoMay = (route: Route): string =>
  route.permission in PERMISSIONS ? PERMISSIONS[route.permission as Permission].join('、') : route.permission;

/** The OpenAPI 3.1 document, made from the table of routes. */
export function openApiDocument(title: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, row] of Object.entries(api)) {
    const route: Route = row;
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = {
      operationId: name,
      summary: route.summary,
      description: `权限：${route.permission}（${whoMay(route)}）`,
      tags: [route.path.split('/')[2]],
      parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
      ...(route.body ? { requestBody: { required: true, content: json(route.body, 'input') } } : {}),
      ...(route.upload ? { requestBody: { required: true, content: FILE } } : {}),
      responses: {
        [route.status ?? 200]: { description: 'OK', content: route.download ? FILE : json(route.answer, 'output') },
        default: {
          description: '问题',
          content: { 'application/problem+json': json(ProblemBody, 'output')['application/json'] },
        },
      },
    };
  }
  return { openapi: '3.1.0', info: { title, version: '0.1.0' }, paths };
}
