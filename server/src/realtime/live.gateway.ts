import { DESK_ROOM, type LiveBatch, SOCKET, teamRoom } from '@liandong/shared/realtime';
import { Inject, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { isOwnOrigin } from '../auth/origin.rules.js';
import { SESSION_COOKIE, Sessions } from '../auth/sessions.js';
import { CONFIG, type Config } from '../config.js';
import type { SealedEvent } from '../events/event-log.queries.js';
import { EventRelay } from '../events/event-relay.worker.js';
import type { Actor } from '../platform/actor.js';
import { parseCookie } from '../platform/cookie-header.js';
import { SocketHub } from '../platform/socket-hub.js';
import { LiveFeed } from './live-feed.js';

/** Sessions behind open sockets are looked at again this often. */
const SWEEP_MS = 60_000;

type LiveSocket = Socket & { data: { actor: Actor; token: string } };

/** The live door: who connects is checked like any request, sits in one room, and gets the log from where it left off. */
@WebSocketGateway({ path: SOCKET.path, serveClient: false, cors: false })
export class LiveGateway implements OnGatewayInit, OnApplicationShutdown {
  @WebSocketServer() private readonly server!: Server;
  private readonly log = new Logger('live');
  /** Batches leave one after the other; one that fails is a gap its clients ask for again. */
  private spreading: Promise<void> = Promise.resolve();
  private sweep: NodeJS.Timeout | null = null;

  constructor(
    private readonly sessions: Sessions,
    private readonly feed: LiveFeed,
    private readonly hub: SocketHub,
    private readonly relay: EventRelay,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  afterInit(server: Server): void {
    server.use((socket, next) => void this.admit(socket as LiveSocket, next));
    this.hub.attach(server);
    this.relay.listen((events) => {
      this.spreading = this.spreading
        .then(() => this.spread(events))
        .catch((error: Error) => this.log.error(error.stack));
    });
    this.sweep = setInterval(() => void this.dropEnded(), SWEEP_MS);
    this.sweep.unref();
  }

  onApplicationShutdown(): void {
    if (this.sweep) clearInterval(this.sweep);
  }

  /** Position the client has seen; null: nothing yet. Answered with what it missed, or told to load afresh. */
  @SubscribeMessage(SOCKET.resume)
  async resume(@ConnectedSocket() socket: LiveSocket, @MessageBody() position: unknown): Promise<void> {
    const { actor } = socket.data;
    const from = typeof position === 'number' && Number.isInteger(position) && position >= 0 ? position : null;
    const missed = from === null ? null : await this.feed.since(from, actor.role === 'team' ? actor.teamCode : null);
    if (missed) socket.emit(SOCKET.batch, missed);
    else socket.emit(SOCKET.snapshot, await this.feed.snapshot());
  }

  private async admit(socket: LiveSocket, next: (error?: Error) => void): Promise<void> {
    const { headers } = socket.handshake;
    const token = parseCookie(headers.cookie)[SESSION_COOKIE];
    const session = isOwnOrigin(headers, this.config.PUBLIC_URL)
      ? await this.sessions.find(token).catch(() => null)
      : null;
    if (!session || !token) return next(new Error('not-signed-in'));
    socket.data = { actor: session.actor, token };
    await socket.join(session.actor.role === 'team' ? teamRoom(session.actor.teamCode ?? '') : DESK_ROOM);
    next();
  }

  private async spread(events: readonly SealedEvent[]): Promise<void> {
    if (events.some((event) => event.type === 'session.ended')) void this.dropEnded();
    const desk = this.server.sockets.adapter.rooms.has(DESK_ROOM);
    if (desk) this.server.local.to(DESK_ROOM).emit(SOCKET.batch, await this.feed.batch(events));
    const teams = new Set(events.map((event) => event.teamCode).filter((code) => code !== null));
    for (const code of teams)
      this.server.local.to(teamRoom(code)).emit(SOCKET.batch, this.feed.teamBatch(events, code) satisfies LiveBatch);
  }

  /** Signed out, disabled, expired: the socket goes too. */
  private async dropEnded(): Promise<void> {
    for (const socket of this.server.sockets.sockets.values()) {
      const session = await this.sessions.look((socket as LiveSocket).data.token).catch(() => undefined);
      if (session === null) socket.disconnect(true);
    }
  }
}
