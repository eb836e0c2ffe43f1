import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';

/** Who is connected. Filled by the live gateway; rooms to its left only ask and push. */
@Injectable()
export class SocketHub {
  private server: Server | null = null;

  attach(server: Server): void {
    this.server = server;
  }

  /**
   * Push to every socket of a room, on whatever node, and wait for one to say it arrived.
   * @returns false when nobody is connected; `confirmed` true when a client answered within `timeoutMs`
   */
  async push(
    room: string,
    event: string,
    content: unknown,
    timeoutMs: number,
  ): Promise<false | { confirmed: boolean }> {
    const server = this.server;
    if (!server || !(await this.isConnected(server, room))) return false;
    return new Promise((done) => {
      server
        .to(room)
        .timeout(timeoutMs)
        .emit(event, content, (_late: unknown, answers: unknown[]) => done({ confirmed: answers.length > 0 }));
    });
  }

  /** This node knows its own sockets; the others are asked, and count as empty when they cannot be. */
  private async isConnected(server: Server, room: string): Promise<boolean> {
    if (server.sockets.adapter.rooms.get(room)?.size) return true;
    const elsewhere = await server
      .in(room)
      .fetchSockets()
      .catch(() => []);
    return elsewhere.length > 0;
  }
}
