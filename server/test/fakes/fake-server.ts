import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** How a provider behaves from now on. A fresh one answers at once, takes everything and tells of it once, in order. */
export interface Mood {
  /** Before every answer. */
  delayMs: number;
  /** Connections are refused, as when its machines are gone. */
  down: boolean;
  /** Takes the connection and never answers; `taken`: after it did what it was asked. */
  silent: false | 'untouched' | 'taken';
  /** Refuses what would be sent: HTTP status and the provider's own code. */
  refuses: { status: number; code: string; retryAfterSeconds?: number } | null;
  receipts: 'once' | 'twice' | 'reversed' | 'never';
  /** Receipts say that nothing arrived, with this code. */
  undelivered: string | null;
}

const GOOD: Mood = { delayMs: 0, down: false, silent: false, refuses: null, receipts: 'once', undelivered: null };

/** A request as a fake provider reads it. */
export interface Asked {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
  /** The body as it came, for what is no text. */
  bytes: Buffer;
}

/** What a fake provider answers. */
export interface Answered {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/**
 * A provider on loopback. `answer` does what the provider would and says what it answers; the mood decides how that goes.
 * One that is down closes its port; it comes back on the same one.
 */
export class FakeServer {
  mood: Mood = { ...GOOD };
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private port = 0;

  constructor(private readonly answer: (asked: Asked) => Promise<Answered> | Answered) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.server = createServer((request, response) => void this.handle(request, response));
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((done) => this.server!.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = null;
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((done) => server.close(() => done()));
  }

  /** From now on it behaves like this, otherwise well. */
  async feels(mood: Partial<Mood> = {}): Promise<void> {
    this.mood = { ...GOOD, ...mood };
    if (this.mood.down) await this.stop();
    else if (!this.server) await this.start();
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { mood } = this;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (mood.silent === 'untouched') return;
    const bytes = Buffer.concat(chunks);
    const asked: Asked = {
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', this.url),
      headers: request.headers,
      body: bytes.toString('utf8'),
      bytes,
    };
    if (mood.delayMs > 0) await new Promise((later) => setTimeout(later, mood.delayMs));
    const { status, body, headers } = await this.answer(asked);
    if (mood.silent === 'taken' && request.method === 'POST') return;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(text);
  }
}
