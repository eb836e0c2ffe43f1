import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
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
  const unlock = await lock(home);
  try {
    const at = await address(home);
    const worker = new Worker(new URL('./embedded.worker.js', import.meta.url), {
      workerData: { dataDir: join(home, 'pg'), address: at.listen },
      // Command-line flags of a test runner mean nothing to the database.
      execArgv: [],
      env: { PATH: process.env.PATH },
    });
    await said(worker, 'ready');
    // Without its database this process is worth nothing: whoever watches over it starts it again.
    const died = () => {
      console.error('内置数据库停止运行 / the embedded database has stopped');
      process.exit(1);
    };
    worker.once('exit', died);
    return {
      ...at.connect,
      stop: async () => {
        worker.off('exit', died);
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

/**
 * One process per folder: two would corrupt each other's files. Held by a listening socket in the folder, which dies with
 * its process however that ends, also in another container; a pid would not tell one container's 1 from another's.
 */
async function lock(home: string): Promise<() => void> {
  const path = lockPath(home);
  if (await answers(path)) throw new Error(`数据目录 ${home} 正被另一进程使用 / data folder in use by another process`);
  rmSync(path, { force: true });
  const holder = createServer((socket) => socket.destroy());
  await new Promise<void>((done, fail) => holder.once('error', fail).listen(path, done));
  holder.unref();
  return () => void holder.close();
}

/** In the folder itself; where that path is too long for a socket, under a name made from it. */
function lockPath(home: string): string {
  const name = createHash('sha256').update(home).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\liandong-${name}`;
  const inside = join(home, '.lock');
  return inside.length <= SOCKET_PATH_LIMIT ? inside : join(tmpdir(), `liandong-${name}`);
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const probe = connect(path);
    probe.once('connect', () => done(true)).once('error', () => done(false));
    probe.once('close', () => probe.destroy());
  });
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
