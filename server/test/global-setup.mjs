import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, openDatabase } from '../dist/database/data-source.js';
import { seedDemo } from '../dist/demo/seed-demo.js';
import { createDatabase, TEMPLATE, TEST_PASSWORD, TEST_START } from './databases.mjs';

/**
 * Runs once before all rooms, on the built server: a database with schema and demo county, to be copied for every test file.
 * With TEST_DATABASE_URL (a server that may create databases) on that server, else on the embedded one.
 */
export default async function prepare() {
  // Two projects of one run share what the first prepared.
  if (process.env.LIANDONG_TEST_FOLDER) return;
  const server = process.env.TEST_DATABASE_URL;
  process.env.LIANDONG_TEST_FOLDER = mkdtempSync(join(tmpdir(), 'liandong-test-'));
  const url = server ? await createDatabase(server, TEMPLATE) : undefined;
  const database = await openDatabase({ url, dataDir: join(process.env.LIANDONG_TEST_FOLDER, 'template') });
  await seedDemo(database.source, TEST_PASSWORD, new Date(TEST_START));
  await closeDatabase(database);
}
