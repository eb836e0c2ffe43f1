// npm run kills -- --kills 1000 --database postgres [--seed 7]: the server is killed again and again under load, and nothing
// it has answered may be lost. On PostgreSQL (private, of Debian's binaries) its connections are cut and it crashes as well;
// with DATABASE_URL connections are only cut. A story of 100 kills ends at the first promise that was not kept.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { openPostgres } from '../server/bench/postgres.mjs';
import { ensureBuilt, ensureInstalled, ROOT } from './prepare.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    database: { type: 'string', default: 'embedded' },
    seed: { type: 'string', default: '7' },
  },
});
if (!['embedded', 'postgres'].includes(values.database)) throw new Error('--database embedded or postgres');

ensureInstalled();
ensureBuilt({ withConsole: false });
const postgres = values.database === 'postgres' ? await openPostgres() : null;
console.log(postgres?.describe ?? 'embedded database');
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--runInBand'];
const { status } = spawnSync(
  process.execPath,
  [...jest, '--selectProjects', 'rooms', '--testPathPatterns', 'scenarios/kills'],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      LIANDONG_KILLS: values.kills,
      LIANDONG_SEED: values.seed,
      ...(postgres && { TEST_DATABASE_URL: postgres.url('postgres') }),
      // Only a database of our own is made to crash.
      ...(postgres && !process.env.DATABASE_URL && { LIANDONG_CRASH: '1' }),
    },
  },
);
await postgres?.stop();
process.exit(status ?? 1);
