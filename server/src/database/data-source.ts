import { DataSource, type DataSourceOptions } from 'typeorm';
import { onceUp, PATIENCE_MS } from './coming-up.js';
import { type EmbeddedDatabase, startEmbedded } from './embedded.js';
import { ENTITIES } from './entities.js';
import { FirstHouse1784000000000 } from './migrations/1784000000000-first-house.js';
import { EverythingOwed1795000000000 } from './migrations/1795000000000-everything-owed.js';
import { RuleEditing1795000100000 } from './migrations/1795000100000-rule-editing.js';
import { Feedback1795000200000 } from './migrations/1795000200000-feedback.js';
import { MessagesThatArrive1796000000000 } from './migrations/1796000000000-messages-that-arrive.js';
import { Register1797000000000 } from './migrations/1797000000000-register.js';
import { Places1797000100000 } from './migrations/1797000100000-places.js';
import { Duty1797000200000 } from './migrations/1797000200000-duty.js';
import { TeamRegister1797000300000 } from './migrations/1797000300000-team-register.js';
import { Forces1797000400000 } from './migrations/1797000400000-forces.js';
import { Plans1797000500000 } from './migrations/1797000500000-plans.js';
import { County1797000600000 } from './migrations/1797000600000-county.js';
import { ImportChanges1797001000000 } from './migrations/1797001000000-import-changes.js';
import { PhoneCodes1797003000000 } from './migrations/1797003000000-phone-codes.js';
import { PreparedClient } from './prepared-client.js';
import { SnakeNaming } from './snake-naming.js';

/** The pool, and what has to be stopped with it. */
export interface OpenDatabase {
  source: DataSource;
  embedded: EmbeddedDatabase | null;
}

/**
 * Open the county's database and bring its schema up to date.
 * @param settings `url`: any PostgreSQL + PostGIS; without it the embedded one is started in `dataDir`
 */
export async function openDatabase(settings: { url?: string; dataDir: string }): Promise<OpenDatabase> {
  const embedded = settings.url ? null : await startEmbedded(settings.dataDir);
  const at = embedded
    ? { host: embedded.host, port: embedded.port, username: 'postgres', database: 'postgres' }
    : { url: settings.url, extra: { ...options.extra, ...SERVER_LIMITS, Client: PreparedClient } };
  const source = await onceUp(
    () => new DataSource({ ...options, ...at } as DataSourceOptions).initialize(),
    PATIENCE_MS,
    () => console.log('等待数据库启动 / waiting for the database …'),
  );
  await migrate(source);
  return { source, embedded };
}

/** Nodes that start together take turns; the last ones find nothing left to do. */
async function migrate(source: DataSource): Promise<void> {
  const turn = source.createQueryRunner();
  try {
    await turn.query('SET lock_timeout = 0');
    await turn.query('SET statement_timeout = 0');
    await turn.query(`SELECT pg_advisory_lock(hashtext('liandong migrations'))`);
    await source.runMigrations({ transaction: 'each' });
    await turn.query(`SELECT pg_advisory_unlock(hashtext('liandong migrations'))`);
    await turn.query('RESET lock_timeout');
    await turn.query('RESET statement_timeout');
  } finally {
    await turn.release();
  }
}

export async function closeDatabase(database: OpenDatabase): Promise<void> {
  await database.source.destroy();
  await database.embedded?.stop();
}

/** On a real server nothing waits for ever: a node lost in the middle of a transaction frees its locks within seconds. */
const SERVER_LIMITS = {
  statement_timeout: 30_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
  keepAlive: true,
};

const options = {
  type: 'postgres',
  entities: ENTITIES,
  migrations: [
    FirstHouse1784000000000,
    EverythingOwed1795000000000,
    RuleEditing1795000100000,
    Feedback1795000200000,
    MessagesThatArrive1796000000000,
    Register1797000000000,
    Places1797000100000,
    Duty1797000200000,
    TeamRegister1797000300000,
    Forces1797000400000,
    Plans1797000500000,
    County1797000600000,
    ImportChanges1797001000000,
    PhoneCodes1797003000000,
  ],
  migrationsTableName: 'migrations',
  namingStrategy: new SnakeNaming(),
  synchronize: false,
  installExtensions: false,
  poolSize: 12,
  // Waiting this long for a connection is a fault to be seen, not a reason to hang.
  extra: { application_name: 'liandong', connectionTimeoutMillis: 15_000 },
};
