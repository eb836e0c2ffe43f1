import { DataSource, type DataSourceOptions } from 'typeorm';
import { type EmbeddedDatabase, startEmbedded } from './embedded.js';
import { ENTITIES } from './entities.js';
import { FirstHouse1784000000000 } from './migrations/1784000000000-first-house.js';
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
    : { url: settings.url, extra: { ...options.extra, Client: PreparedClient } };
  const source = new DataSource({ ...options, ...at } as DataSourceOptions);
  await source.initialize();
  await source.runMigrations({ transaction: 'each' });
  return { source, embedded };
}

export async function closeDatabase(database: OpenDatabase): Promise<void> {
  await database.source.destroy();
  await database.embedded?.stop();
}

const options = {
  type: 'postgres',
  entities: ENTITIES,
  migrations: [FirstHouse1784000000000],
  migrationsTableName: 'migrations',
  namingStrategy: new SnakeNaming(),
  synchronize: false,
  installExtensions: false,
  poolSize: 12,
  // Waiting this long for a connection is a fault to be seen, not a reason to hang.
  extra: { application_name: 'liandong', connectionTimeoutMillis: 15_000 },
};
