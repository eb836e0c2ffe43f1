import { Logger } from '@nestjs/common';

/**
 * Runs `pass` again and again, one at a time: at once when woken, else every `idleMs`.
 * `pass` answers true when it left work behind. A pass that throws is logged and tried again, never given up.
 */
export class WorkerLoop {
  private running: Promise<void> | null = null;
  private woken = false;
  private stopped = false;
  private timer: NodeJS.Timeout | null = null;
  private unsubscribe: (() => void) | undefined;
  private readonly log: Logger;

  constructor(
    private readonly name: string,
    private readonly idleMs: number,
    private readonly pass: () => Promise<boolean>,
  ) {
    this.log = new Logger(name);
  }

  /**
   * @param subscribe whoever may have work for this loop: called with what wakes it, answers how to stop listening
   * @param firstMs when the first pass begins unless it is woken before; later for what a start should not wait for
   */
  start(subscribe?: (wake: () => void) => () => void, firstMs = 0): void {
    this.unsubscribe = subscribe?.(() => this.wake());
    if (firstMs === 0) this.wake();
    else this.sleep(firstMs);
  }

  wake(): void {
    this.woken = true;
    if (this.stopped || this.running) return;
    this.running = this.drain().finally(() => {
      this.running = null;
      if (this.woken) this.wake();
    });
  }

  /** Finishes the pass that runs, then stops for good. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe?.();
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private async drain(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    let more = true;
    while ((more || this.woken) && !this.stopped) {
      this.woken = false;
      more = await this.pass().catch((error: Error) => {
        if (!this.stopped) this.log.error(`${this.name}: ${error.stack ?? error}`);
        return false;
      });
    }
    if (this.stopped) return;
    this.sleep(this.idleMs);
  }

  private sleep(ms: number): void {
    this.timer = setTimeout(() => this.wake(), ms);
    this.timer.unref();
  }
}
