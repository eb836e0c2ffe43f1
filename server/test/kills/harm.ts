import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { TEST_PASSWORD } from '../databases.mjs';
import { ServerProcess } from '../server-process.js';
import { type Dice, pause } from './dice.js';
import type { Ledger } from './ledger.js';
import type { Providers } from './providers.js';
import type { Sql } from './sql.js';

/** The server at one address for the whole story, as a service manager would keep it. */
export class Victim {
  private server: ServerProcess | null = null;

  private constructor(readonly port: number) {}

  static async make(): Promise<Victim> {
    const probe = createServer();
    await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
    const { port } = probe.address() as AddressInfo;
    await new Promise((done) => probe.close(done));
    return new Victim(port);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(settings: Record<string, string | undefined>): Promise<void> {
    this.server = await ServerProcess.start({
      ...settings,
      PORT: String(this.port),
      DEMO: '1',
      DEMO_PASSWORD: TEST_PASSWORD,
    });
  }

  async kill(): Promise<void> {
    await this.server?.kill();
  }
}

/** When the blow falls: after some time, right after an order was answered, or while a provider is being asked. */
export async function waitForMoment(dice: Dice, ledger: Ledger, providers: Providers): Promise<void> {
  const longest = dice.between(300, 2000);
  const count = dice.pick([null, () => ledger.orders.length, () => ledger.replies.length, () => providers.asked]);
  if (count === null) return pause(longest);
  await pause(dice.between(200, 900));
  const before = count();
  for (const end = Date.now() + longest; Date.now() < end && count() === before; ) await pause(2);
  await pause(dice.between(0, 60));
}

const CLIENTS = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;

/** Every connection of the server to its database ends in the middle of whatever it was doing. */
export async function cutConnections(sql: Sql): Promise<void> {
  await sql.rows(`SELECT pg_terminate_backend(pid) FROM (${CLIENTS}) AS c`);
}

/** One process of the database dies: PostgreSQL throws all out and recovers from its log, as after a crash. */
export async function crashDatabase(sql: Sql): Promise<void> {
  const [client] = await sql.rows<{ pid: number }>(`${CLIENTS} LIMIT 1`);
  if (client) process.kill(client.pid, 'SIGKILL');
}
