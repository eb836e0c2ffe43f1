import { type INestApplicationContext, Logger } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';

/**
 * Sockets of this node alone, or, with Redis, of all nodes together: an order issued on one node then rings the app
 * that is connected to another. Live events need no Redis, every node reads them from the log; without Redis in reach
 * only pushes to the other nodes' apps stop, and texts and calls go on.
 */
export class LiveAdapter extends IoAdapter {
  private readonly redis: ReturnType<typeof createClient> | null;

  constructor(app: INestApplicationContext, redisUrl: string | undefined) {
    super(app);
    this.redis = redisUrl ? createClient({ url: redisUrl }) : null;
    this.redis?.on('error', (error: Error) => new Logger('redis').warn(error.message));
  }

  /** The first connection; later ones the client makes by itself. @throws when Redis is not there at the start */
  async connect(): Promise<void> {
    await this.redis?.connect();
  }

  override createIOServer(...given: Parameters<IoAdapter['createIOServer']>): ReturnType<IoAdapter['createIOServer']> {
    const server = super.createIOServer(...given);
    if (this.redis) server.adapter(createAdapter(this.redis));
    return server;
  }

  override async dispose(): Promise<void> {
    await super.dispose();
    this.redis?.destroy();
  }
}
