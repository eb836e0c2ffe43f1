import { spawn } from 'node:child_process';
import { createClient } from 'redis';
import { freePort } from '../bench/postgres.mjs';

/**
 * REDIS_URL, or a private Redis of Debian's package on loopback that keeps nothing.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function openRedis() {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: async () => {} };
  const port = await freePort();
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: 'ignore' },
  );
  const url = `redis://127.0.0.1:${port}`;
  const probe = createClient({ url }).on('error', () => {});
  await probe.connect();
  await probe.close();
  return {
    url,
    stop: () => {
      const gone = new Promise((done) => child.once('exit', () => done()));
      child.kill('SIGTERM');
      return gone;
    },
  };
}
