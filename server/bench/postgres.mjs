import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const DEBIAN = '/usr/lib/postgresql';
const READY_MS = 20_000;

/**
 * A real PostgreSQL for the run: the one of DATABASE_URL, or Debian's binaries with a private cluster on loopback that
 * is removed afterwards. Its settings are PostgreSQL's defaults, so every commit waits for the disk.
 * @returns `url(database)`, `create(database, template?)`, `drop(database)`, `describe`, `stop()`
 * @throws Error when there is neither
 */
export async function openPostgres() {
  const server = process.env.DATABASE_URL ? givenServer(process.env.DATABASE_URL) : await privateCluster();
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  // A run that makes the database crash takes this connection along.
  admin.on('error', () => {});
  await admin.connect();
  const { rows } = await admin.query('SHOW server_version');
  const drop = (name) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  return {
    url: server.url,
    describe: `PostgreSQL ${rows[0].server_version}${process.env.DATABASE_URL ? ' (DATABASE_URL)' : ' (private cluster)'}`,
    drop,
    async create(name, template = 'template1') {
      await drop(name);
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    },
    async stop() {
      await admin.end().catch(() => {});
      await server.stop();
    },
  };
}

function givenServer(given) {
  const url = (database) => Object.assign(new URL(given), { pathname: `/${database}` }).href;
  return { url, stop: async () => {} };
}

async function privateCluster() {
  const bin = newestBinaries();
  const user = owner();
  const home = mkdtempSync(join(tmpdir(), 'bench-pg-'));
  const data = join(home, 'data');
  const secret = join(home, 'secret');
  writeFileSync(secret, PASSWORD, { mode: 0o600 });
  for (const path of [home, secret]) if (user.uid !== undefined) chownSync(path, user.uid, user.gid);
  const flags = [
    '-D',
    data,
    '-U',
    'bench',
    '-A',
    'scram-sha-256',
    '--pwfile',
    secret,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ];
  execFileSync(join(bin, 'initdb'), flags, { ...user, cwd: home, stdio: 'pipe' });
  const port = await freePort();
  const options = [
    '-D',
    data,
    '-p',
    String(port),
    '-k',
    home,
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'max_connections=60',
  ];
  const child = spawn(join(bin, 'postgres'), options, { ...user, cwd: home, stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  // Whatever ends this process ends the cluster too.
  process.once('exit', () => child.kill('SIGQUIT'));
  const remove = () => rmSync(home, { recursive: true, force: true });
  const url = (database) => `postgres://bench:${PASSWORD}@127.0.0.1:${port}/${database}`;
  await answering(url('postgres'));
  return {
    url,
    async stop() {
      child.kill('SIGINT');
      await ended;
      remove();
    },
  };
}

/** Good for one run on loopback only; a new one each time. */
const PASSWORD = crypto.randomUUID();

function newestBinaries() {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .map(Number)
        .filter((v) => v >= 15)
    : [];
  if (versions.length === 0)
    throw new Error('set DATABASE_URL, or install PostgreSQL ≥ 15 with PostGIS (apt-get install postgresql postgis)');
  return join(DEBIAN, String(Math.max(...versions)), 'bin');
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`. */
function owner() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres']));
  return { uid: id('-u'), gid: id('-g') };
}

export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function answering(connectionString) {
  for (const end = Date.now() + READY_MS; ; ) {
    const probe = new pg.Client({ connectionString });
    const failed = await probe.connect().then(
      () => null,
      (error) => error,
    );
    await probe.end().catch(() => {});
    if (!failed) return;
    if (Date.now() > end) throw failed;
    await new Promise((done) => setTimeout(done, 100));
  }
}
