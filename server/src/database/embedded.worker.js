// The embedded database lives in its own thread, so that a heavy query never stops the event loop.

import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { serveWire } from './embedded.wire.js';

const database = await PGlite.create({ dataDir: workerData.dataDir, extensions: { postgis } });
const server = await serveWire(database, workerData.address);
parentPort.postMessage('ready');
parentPort.once('message', async () => {
  await server.close();
  await database.close();
  parentPort.postMessage('closed');
  parentPort.close();
});
