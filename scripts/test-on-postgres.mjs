// The rooms' tests on a real PostgreSQL: DATABASE_URL, or a private cluster of Debian's binaries. Arguments go on to Jest.
import { spawnSync } from 'node:child_process';
import { openPostgres } from '../server/bench/postgres.mjs';
import { ensureBuilt, ensureInstalled, ROOT } from './prepare.mjs';

ensureInstalled();
ensureBuilt({ withConsole: false });
const postgres = await openPostgres();
console.log(postgres.describe);
const jest = [
  '--experimental-vm-modules',
  '--no-warnings',
  'node_modules/jest/bin/jest.js',
  '--selectProjects',
  'rooms',
];
const { status } = spawnSync(process.execPath, [...jest, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, TEST_DATABASE_URL: postgres.url('postgres') },
});
await postgres.stop();
process.exit(status ?? 1);
