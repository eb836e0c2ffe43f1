import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from './embedded.js';

describe('the embedded database behaves like a server for several clients', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liandong-wire-'));
  let database: EmbeddedDatabase;
  let pool: pg.Pool;
  const connection = () => ({ host: database.host, port: database.port, user: 'postgres', database: 'postgres' });
  beforeAll(async () => {
    database = await startEmbedded(folder);
    pool = new pg.Pool({ ...connection(), max: 8 });
    await pool.query('CREATE TABLE tally (id int PRIMARY KEY, n int)');
  });
  afterAll(async () => {
    await pool.end();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function insertOnce(id: number): Promise<string> {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('INSERT INTO tally VALUES ($1, 0)', [id]);
      await client.query('UPDATE tally SET n = n + 1 WHERE id = $1', [id]);
      await client.query('COMMIT');
      return 'done';
    } catch (error) {
      await client.query('ROLLBACK');
      return (error as { code: string }).code;
    } finally {
      client.release();
    }
  }

  test('two hundred transactions at once, most of them refused, leave exactly the others and mix up nobody', async () => {
    const writes = Array.from({ length: 200 }, (_, index) => insertOnce(index % 25));
    const reads = Array.from(
      { length: 200 },
      async (_, index) => (await pool.query('SELECT $1::int AS mine', [index])).rows[0].mine === index,
    );
    const outcomes = await Promise.all(writes);
    expect((await Promise.all(reads)).every(Boolean)).toBe(true);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(25);
    expect(outcomes.filter((outcome) => outcome === '23505')).toHaveLength(175);
    expect((await pool.query('SELECT sum(n)::int AS n FROM tally')).rows[0].n).toBe(25);
  });

  test('a wrong statement fails alone; the connection goes on', async () => {
    const client = await pool.connect();
    await expect(client.query('SELECT $1::int', ['x'])).rejects.toThrow('invalid input syntax');
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    client.release();
  });

  test('a client that dies inside a transaction leaves nothing of it and blocks nobody', async () => {
    const client = new pg.Client(connection());
    const gone = new Promise((done) => client.once('error', done));
    await client.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO tally VALUES (999, 1)');
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    await gone;
    expect((await pool.query('SELECT count(*)::int AS n FROM tally WHERE id = 999')).rows[0].n).toBe(0);
  });
});
