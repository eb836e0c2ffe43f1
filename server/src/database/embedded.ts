import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Where the embedded database can be reached with an ordinary `pg` client. */
export interface EmbeddedDatabase {
  host: string;
  port: number;
  stop(): Promise<void>;
}

/** Longest path the system takes for a socket file. */
const SOCKET_PATH_LIMIT = 100;

/**
 * Start PostgreSQL with PostGIS inside this process, its files in `dataDir` (made with mode 700).
 * It listens on a socket file only this user can open; where the path is too long, on a loopback port.
 * @throws Error when another living process holds the same folder
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const home = resolve(dataDir);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chmodSync(home, 0o700);
  const unlock = lock(home);
  try {
    const at = await address(home);
    const worker = new Worker(new URL('./embedded.worker.js', import.meta.url), {
      workerData: { dataDir: join(home, 'pg'), address: at.listen },
      // Command-line flags of a test runner mean nothing to the database.
      execArgv: [],
      env: { PATH: process.env.PATH },
    });
    await said(worker, 'ready');
    return {
      ...at.connect,
      stop: async () => {
        const closed = said(worker, 'closed');
        worker.postMessage('stop');
        await closed;
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function said(worker: Worker, word: string): Promise<void> {
  return new Promise((done, fail) => {
    worker.on('message', (message) => message === word && done());
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`embedded database stopped (${code})`)));
  });
}

/** One process per folder: two would corrupt each other's files. A lock left by a dead process is taken over. */
function lock(home: string): () => void {
  const file = join(home, 'lock');
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch {
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder !== process.pid && alive(holder)) {
      throw new Error(`数据目录 ${home} 正被另一进程 (pid ${holder}) 使用 / data folder in use by another process`);
    }
    writeFileSync(file, String(process.pid));
  }
  return () => rmSync(file, { force: true });
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function address(home: string) {
  const path = join(home, '.s.PGSQL.5432');
  if (process.platform !== 'win32' && path.length <= SOCKET_PATH_LIMIT) {
    if (existsSync(path)) rmSync(path);
    return { listen: { path }, connect: { host: home, port: 5432 } };
  }
  const port = await freePort();
  return { listen: { host: '127.0.0.1', port }, connect: { host: '127.0.0.1', port } };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
