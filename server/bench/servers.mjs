import { fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { client } from './measure.mjs';
import { freePort } from './postgres.mjs';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const FLOOR = fileURLToPath(new URL('./floor.mjs', import.meta.url));
const PROVIDER = fileURLToPath(new URL('./provider.mjs', import.meta.url));
const READY_MS = 60_000;
export const PASSWORD = crypto.randomUUID();

/**
 * The product itself, as it is run: its own process, this database. Answers a signed-in client.
 * @param settings by its address; practice phones unless they say otherwise
 */
export async function startOurs(databaseUrl, settings = () => ({})) {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), HOST: '127.0.0.1' };
  const origin = `http://127.0.0.1:${port}`;
  Object.assign(env, { SMS_PROVIDER: 'simulator', DEMO: '1', DEMO_PASSWORD: PASSWORD }, settings(origin));
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  await ready(origin, child);
  const cookie = await signIn(origin);
  return running(child, client(origin, { cookie }));
}

/** The product without any county, at an empty database. Answers a client signed in as its first administrator, and `upload`. */
export async function startCounty(databaseUrl) {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), HOST: '127.0.0.1', DEMO: '0' };
  const child = spawn(process.execPath, [MAIN], {
    env: { ...env, SMS_PROVIDER: 'simulator' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  const key = await new Promise((done, fail) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const shown = /\(shown once\):\s+(\S+)/.exec(printed)?.[1];
      if (shown) done(shown);
    });
    child.once('exit', (code) => fail(new Error(`the server ended (${code}): ${printed}`)));
  });
  await ready(origin, child);
  const door = client(origin);
  await door.send('POST', '/api/setup', { key, username: 'admin', displayName: '演示-管理员', password: PASSWORD });
  door.close();
  const cookie = await signIn(origin, 'admin');
  const upload = async (path, body, type) => {
    const answer = await fetch(origin + path, { method: 'POST', body, headers: { cookie, 'content-type': type } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return { ...running(child, client(origin, { cookie })), upload };
}

/** The floor: bare Fastify and raw `pg`. */
export async function startFloor(databaseUrl) {
  return forked(FLOOR, { DATABASE_URL: databaseUrl });
}

/** Whom the product sends by. */
export const startProvider = () => forked(PROVIDER, {});

async function forked(file, env) {
  const child = fork(file, { env: { ...process.env, ...env } });
  const port = await new Promise((done, fail) => {
    child.once('message', done);
    child.once('exit', (code) => fail(new Error(`${file} ended (${code})`)));
  });
  const url = `http://127.0.0.1:${port}`;
  return { url, ...running(child, client(url)) };
}

function running(child, http) {
  const ended = new Promise((done) => child.once('exit', done));
  return {
    send: http.send,
    pid: child.pid,
    async stop() {
      http.close();
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function signIn(origin, username = 'dispatcher') {
  const door = client(origin);
  const { headers } = await door.send('POST', '/api/auth/login', { username, password: PASSWORD });
  door.close();
  return headers['set-cookie'][0].split(';')[0];
}

async function ready(origin, child) {
  const probe = client(origin);
  for (const end = Date.now() + READY_MS; ; ) {
    if (child.exitCode !== null) throw new Error(`the server ended (${child.exitCode})`);
    const up = await probe.send('GET', '/readyz').then(
      () => true,
      () => false,
    );
    if (up) return probe.close();
    if (Date.now() > end) throw new Error('the server does not get ready');
    await new Promise((done) => setTimeout(done, 200));
  }
}
