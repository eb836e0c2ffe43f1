import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** The instant every test begins at unless it says otherwise: a Tuesday, 14:00 in the county. */
export const TEST_START = '2026-07-14T06:00:00.000Z';
export const TEST_PASSWORD = 'practice-makes-fast';
export const TEMPLATE = 'liandong_template';

/** What a client meets while the server starts again. */
const RECOVERING = ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET'];
const RECOVERED_MS = 60_000;

let copies = 0;

/**
 * A database of its own for one test file.
 * @param empty nothing in it, as at a county's very first start
 * @returns {Promise<{ url?: string, dataDir: string, drop: () => Promise<void> }>} what openDatabase() wants, and how to throw it away
 */
export async function copyDatabase(empty = false) {
  const folder = process.env.LIANDONG_TEST_FOLDER;
  const server = process.env.TEST_DATABASE_URL;
  copies += 1;
  const name = `liandong_${process.pid}_${copies}`;
  const dataDir = join(folder, name);
  if (server) {
    const url = await createDatabase(server, name, empty ? undefined : TEMPLATE);
    return { url, dataDir, drop: () => dropDatabase(server, name) };
  }
  mkdirSync(dataDir);
  if (!empty) cpSync(join(folder, 'template'), dataDir, { recursive: true });
  return { dataDir, drop: async () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** @returns {Promise<string>} the address of the new database */
export async function createDatabase(server, name, template) {
  await onServer(
    server,
    `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
    `CREATE DATABASE ${name} ${template ? `TEMPLATE ${template}` : ''}`,
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

/** @returns {Promise<void>} */
export const dropDatabase = (server, name) => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);

async function onServer(server, ...statements) {
  // A story may have made the server crash: it recovers first.
  for (const end = Date.now() + RECOVERED_MS; ; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const client = new pg.Client(server);
    client.on('error', () => {});
    try {
      await client.connect();
      for (const statement of statements) await client.query(statement);
      return;
    } catch (error) {
      if (!RECOVERING.includes(error.code) || Date.now() > end) throw error;
    } finally {
      await client.end().catch(() => {});
    }
  }
}
