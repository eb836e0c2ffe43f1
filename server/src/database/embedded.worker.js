// The embedded database lives in its own thread, so that a heavy query never stops the event loop.

import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const database = await PGlite.create({ dataDir: workerData.dataDir, extensions: { postgis } });
const server = new PGLiteSocketServer({ db: database, ...workerData.address, maxConnections: 32 });
await server.start();
parentPort.postMessage('ready');
parentPort.once('message', async () => {
  await server.stop();
  await database.close();
  parentPort.postMessage('closed');
  parentPort.close();
});
