// Serves one embedded database to several ordinary PostgreSQL clients.
//
// The database has a single session. Two things make it safe to share: the messages of one extended query
// (Parse … Sync) are run as one piece, so that clients never mix theirs, and a client that is inside a
// transaction has the session to itself until that transaction is over or the client is gone.
import { createServer } from 'node:net';

const SSL_REQUEST = 80877103;
const CANCEL_REQUEST = 80877102;
const SIMPLE_QUERY = 0x51; // Q
const SYNC = 0x53; // S
const TERMINATE = 0x58; // X
const READY_FOR_QUERY = 0x5a; // Z
const IDLE = 0x49; // I
const EMPTY = Buffer.alloc(0);

/**
 * @param {{ execProtocolRaw(message: Uint8Array): Promise<Uint8Array>, exec(sql: string): Promise<unknown> }} database
 * @param {{ path: string } | { host: string, port: number }} address
 * @returns {Promise<{ close(): Promise<void> }>}
 */
export async function serveWire(database, address) {
  const turns = new Turns();
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    const client = new Client(socket, database, turns);
    socket.on('data', (chunk) => client.receive(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      void client.gone();
    });
  });
  await new Promise((done, fail) => server.once('error', fail).listen(address, done));
  return {
    close: () =>
      new Promise((done) => {
        server.close(done);
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Whose turn it is. A turn lasts one piece of work, or as long as its owner keeps it. */
class Turns {
  owner = null;
  waiting = [];

  take(client) {
    if (this.owner === client) return Promise.resolve();
    if (this.owner === null) {
      this.owner = client;
      return Promise.resolve();
    }
    return new Promise((go) => this.waiting.push({ client, go }));
  }

  give(client) {
    if (this.owner !== client) return;
    const next = this.waiting.shift();
    this.owner = next?.client ?? null;
    next?.go();
  }
}

class Client {
  input = EMPTY;
  /** Messages of an extended query that has not reached its Sync yet. */
  pending = [];
  started = false;
  work = Promise.resolve();

  constructor(socket, database, turns) {
    this.socket = socket;
    this.database = database;
    this.turns = turns;
  }

  receive(chunk) {
    this.input = this.input.length === 0 ? chunk : Buffer.concat([this.input, chunk]);
    for (let message = this.next(); message !== null; message = this.next()) this.handle(message);
  }

  /** One whole message off the input, or null until more has come. */
  next() {
    const lengthAt = this.started ? 1 : 0;
    if (this.input.length < lengthAt + 4) return null;
    const length = lengthAt + this.input.readInt32BE(lengthAt);
    if (this.input.length < length) return null;
    const message = this.input.subarray(0, length);
    this.input = this.input.subarray(length);
    return message;
  }

  handle(message) {
    if (!this.started) return this.greet(message);
    if (message[0] === TERMINATE) return this.socket.end();
    this.pending.push(message);
    if (message[0] !== SIMPLE_QUERY && message[0] !== SYNC) return;
    const piece = Buffer.concat(this.pending);
    this.pending = [];
    this.run(piece);
  }

  greet(message) {
    const code = message.readInt32BE(4);
    if (code === SSL_REQUEST) return this.socket.write('N');
    if (code === CANCEL_REQUEST) return this.socket.end();
    this.started = true;
    this.run(message);
  }

  /** Pieces of one client run in the order they came. */
  run(piece) {
    this.work = this.work
      .then(async () => {
        await this.turns.take(this);
        if (this.socket.destroyed) return this.release();
        const answer = Buffer.from(await this.database.execProtocolRaw(new Uint8Array(piece)));
        this.socket.write(answer);
        if (isIdle(answer)) this.turns.give(this);
      })
      .catch(() => this.socket.destroy());
  }

  /** A client that left in the middle of a transaction leaves nothing of it behind. */
  async gone() {
    await this.work;
    await this.release();
  }

  async release() {
    if (this.turns.owner !== this) return;
    await this.database.exec('ROLLBACK').catch(() => {});
    this.turns.give(this);
  }
}

/** The last six bytes of an answer are ReadyForQuery and say whether a transaction is open. */
function isIdle(answer) {
  const at = answer.length - 6;
  return at >= 0 && answer[at] === READY_FOR_QUERY && answer[answer.length - 1] === IDLE;
}
