// The rooms' tests on a real PostgreSQL, and several nodes on it with Redis: DATABASE_URL and REDIS_URL, or private ones
// of Debian's binaries. Arguments go on to Jest.
import { spawnSync } from 'node:child_process';
import { openPostgres } from '../server/bench/postgres.mjs';
import { openRedis } from '../server/test/redis.mjs';
import { ensureBuilt, ensureInstalled, ROOT } from './prepare.mjs';

ensureInstalled();
ensureBuilt({ withConsole: false });
const postgres = await openPostgres();
const redis = await openRedis();
console.log(postgres.describe);
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const { status } = spawnSync(
  process.execPath,
  [...jest, '--selectProjects', 'rooms', 'nodes', ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: postgres.url('postgres'), TEST_REDIS_URL: redis.url },
  },
);
await redis.stop();
await postgres.stop();
process.exit(status ?? 1);
