import { Injectable } from '@nestjs/common';

/** The server's one clock. Nothing else reads the time; tests set it. */
@Injectable()
export class Clock {
  private offsetMs = 0;
  private frozenAt: number | null = null;

  now(): Date {
    return new Date(this.frozenAt ?? Date.now() + this.offsetMs);
  }

  /** Tests only: from here the clock runs on from `now`, or stands still at it; null returns to the real time. */
  set(now: Date | null, frozen = false): void {
    this.offsetMs = now === null ? 0 : now.getTime() - Date.now();
    this.frozenAt = frozen && now !== null ? now.getTime() : null;
  }
}
