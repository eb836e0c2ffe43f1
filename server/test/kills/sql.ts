import pg from 'pg';
import { pause } from './dice.js';

/** A look into the county's database from outside. It goes down with the server, or by itself; a look is taken again. */
export class Sql {
  private client: pg.Client | null = null;

  /** @param at a server's address, or the folder of the embedded one */
  constructor(private readonly at: { url?: string; dataDir: string }) {}

  async rows<T>(text: string, values: unknown[] = []): Promise<T[]> {
    for (;;) {
      try {
        const client = await this.connected();
        return (await client.query(text, values)).rows;
      } catch (error) {
        await this.close();
        if (isOurFault(error)) throw error;
        await pause(100);
      }
    }
  }

  async close(): Promise<void> {
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connected(): Promise<pg.Client> {
    if (this.client) return this.client;
    const { url, dataDir } = this.at;
    const client = new pg.Client(
      url ? { connectionString: url } : { host: dataDir, port: 5432, user: 'postgres', database: 'postgres' },
    );
    client.on('error', () => {
      if (this.client === client) this.client = null;
    });
    await client.connect();
    this.client = client;
    return client;
  }
}

/** SQLSTATE 22, 23, 42: the statement itself is wrong. */
const isOurFault = (error: unknown): boolean => /^(22|23|42)/.test((error as { code?: string }).code ?? '');
