import { fastifyCookie } from '@fastify/cookie';

/** Cookies of a raw header, for requests that do not pass through the HTTP pipeline (a socket's handshake). */
export const parseCookie = (header: string | undefined): Record<string, string | undefined> =>
  header ? fastifyCookie.parse(header) : {};
