import { z } from 'zod';
import type { Permission } from './auth.js';
import { Id } from './basics.js';

/** A list that pages by cursor: what a query takes, and the shape of the answer. */
export const page = { cursor: Id.optional(), limit: z.coerce.number().int().min(1).max(500).default(200) };
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A list that is short by its nature. */
export const all = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

/**
 * One endpoint. `permission`: a row of the permission table, `signed-in`, or `public`.
 * From this come validation, authorisation, the OpenAPI document, the console's client and the role test.
 */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/${string}`;
  permission: Permission | 'signed-in' | 'public';
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  answer: z.ZodType;
  status?: 200 | 201;
  /** Takes text with characters no screen or table can hold (a phone may send anything); elsewhere they are refused. */
  anyText?: true;
  /** The body carries a whole file as text: up to 12 MB instead of 1. */
  largeBody?: true;
  /** The body is a file, not JSON. */
  upload?: true;
  /** The answer is a file, not JSON. */
  download?: true;
}

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;
type In<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What a controller receives, parsed. */
export interface Received<R extends Route> {
  params: Out<R['params']>;
  query: Out<R['query']>;
  body: Out<R['body']>;
}

type Sent<K extends string, S> = S extends z.ZodType
  ? object extends In<S>
    ? { [P in K]?: In<S> }
    : { [P in K]: In<S> }
  : object;
/** What a client sends, before defaults are filled. */
export type Request<R extends Route> = Sent<'params', R['params']> &
  Sent<'query', R['query']> &
  Sent<'body', R['body']>;
export type Answer<R extends Route> = Out<R['answer']>;
