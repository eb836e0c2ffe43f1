import './no-eval';
import { type Api, type ApiName, api } from '@liandong/shared/api';
import type { ProblemBody } from '@liandong/shared/problem';
import type { Answer, Request, Route } from '@liandong/shared/route';

/** The server refused, and says why in words (`problem.title`, `problem.advice`). */
export class ApiProblem extends Error {
  constructor(readonly problem: ProblemBody) {
    super(problem.title);
    this.name = 'ApiProblem';
  }
}

/** Nobody answered: the write may or may not have arrived, so repeat it with the same `clientId`. */
export class Offline extends Error {
  constructor(cause?: unknown) {
    super('offline', { cause });
    this.name = 'Offline';
  }
}

type Values = Record<string, unknown>;
interface Parts {
  params?: Values;
  query?: Values;
  body?: unknown;
}

function address(route: Route, { params = {}, query = {} }: Parts): string {
  const path = route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(given.map(([key, value]): [string, string] => [key, String(value)])).toString();
  return search === '' ? path : `${path}?${search}`;
}

async function problemOf(response: Response): Promise<ProblemBody> {
  const unknown: ProblemBody = {
    type: 'about:blank',
    status: response.status,
    title: `服务器返回 ${response.status}`,
    titleEn: `The server answered ${response.status}`,
  };
  try {
    return { ...unknown, ...((await response.json()) as Partial<ProblemBody>) };
  } catch {
    return unknown;
  }
}

/** A proxy without its server answers 502–504: for the caller that is the same as no answer. */
const NOBODY_HOME: readonly number[] = [502, 503, 504];
/** Longer than any honest answer; a hanging line must not hang the desk. */
const PATIENCE_MS = 20_000;

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (cause) {
    throw new Offline(cause);
  }
}

/** What an answer that is not ok means. */
export async function problemFrom(response: Response): Promise<ApiProblem | Offline> {
  const problem = await problemOf(response);
  const nobody = NOBODY_HOME.includes(response.status) && problem.type === 'about:blank';
  return nobody ? new Offline() : new ApiProblem(problem);
}

/**
 * Call one endpoint of the table in `shared/api.ts`.
 * @throws ApiProblem when the server refuses, Offline when nobody answers
 */
export async function call<N extends ApiName>(name: N, request?: Request<Api[N]>): Promise<Answer<Api[N]>> {
  const route: Route = api[name];
  const parts = (request ?? {}) as Parts;
  const hasBody = parts.body !== undefined;
  const response = await send(address(route, parts), {
    method: route.method,
    credentials: 'same-origin',
    headers: hasBody ? { 'content-type': 'application/json' } : {},
    body: hasBody ? JSON.stringify(parts.body) : undefined,
  });
  if (response.ok) return (await response.json()) as Answer<Api[N]>;
  throw await problemFrom(response);
}
