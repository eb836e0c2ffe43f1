import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';

/** Who is connected to this node. Filled by the live gateway; rooms to its left only ask and push. */
@Injectable()
export class SocketHub {
  private server: Server | null = null;

  attach(server: Server): void {
    this.server = server;
  }

  /**
   * Push to every socket of a room and wait for one to say it arrived.
   * @returns false when nobody is connected; `confirmed` true when a client answered within `timeoutMs`
   */
  async push(
    room: string,
    event: string,
    content: unknown,
    timeoutMs: number,
  ): Promise<false | { confirmed: boolean }> {
    if (!this.server?.sockets.adapter.rooms.get(room)?.size) return false;
    return new Promise((done) => {
      this.server!.to(room)
        .timeout(timeoutMs)
        .emit(event, content, (_late: unknown, answers: unknown[]) => {
          done({ confirmed: answers.length > 0 });
        });
    });
  }
}
