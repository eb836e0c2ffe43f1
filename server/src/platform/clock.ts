import { Injectable } from '@nestjs/common';

/** The server's one clock. Nothing else reads the time; tests set it. */
@Injectable()
export class Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** Tests only: from here the clock runs on from `now`; null returns to the real time. */
  set(now: Date | null): void {
    this.offsetMs = now === null ? 0 : now.getTime() - Date.now();
  }
}
