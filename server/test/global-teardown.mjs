import { rmSync } from 'node:fs';
import { dropDatabase, TEMPLATE } from './databases.mjs';

/** Leaves nothing behind, neither folders nor databases. */
export default async function cleanUp() {
  rmSync(process.env.LIANDONG_TEST_FOLDER, { recursive: true, force: true });
  const server = process.env.TEST_DATABASE_URL;
  if (server) await dropDatabase(server, TEMPLATE);
}
