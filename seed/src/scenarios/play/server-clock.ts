import { type ApiClient, Refused } from './api-client.js';

/** While waiting for the next event the clock is moved on this often, so that whoever watches sees time pass. */
const STEP_MS = 1000;
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, Math.max(0, ms)));

/**
 * The server's clock, driven from here. It never goes back: where events are closer together than the machine is fast,
 * they happen one after another a little later than planned. Without the test clock time is real and speed must be 1.
 * Instants are milliseconds since the epoch.
 */
export class ServerClock {
  private readonly startedAt = performance.now();
  private setTo: number;
  private setAt = performance.now();

  private constructor(
    private readonly client: ApiClient,
    private readonly from: number,
    private readonly speed: number,
    private readonly driven: boolean,
  ) {
    this.setTo = from;
  }

  /** @throws Error when the server has no test clock and time was to run faster than it does */
  static async start(client: ApiClient, from: number, speed: number): Promise<ServerClock> {
    const driven = await client.call('setTestClock', { body: { now: new Date(from).toISOString() } }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refused && error.status === 404) return false;
        throw error;
      },
    );
    if (!driven && speed !== 1)
      throw new Error(
        '服务器没有测试时钟：请以 TEST_CLOCK=1 启动，或用 --speed 1 / no test clock: start with TEST_CLOCK=1',
      );
    return new ServerClock(client, driven ? from : Date.now(), speed, driven);
  }

  /** Begin of the scenario by this clock: the wanted instant, or now where time cannot be set. */
  get origin(): number {
    return this.from;
  }

  now(): number {
    return this.setTo + (performance.now() - this.setAt);
  }

  /** Let time pass until `instant`, as fast as asked. */
  async moveTo(instant: number, stopped: () => boolean): Promise<void> {
    const due = this.startedAt + (instant - this.from) / this.speed;
    for (let left = due - performance.now(); left > 0 && !stopped(); left = due - performance.now()) {
      await sleep(Math.min(left, STEP_MS));
      if (left > STEP_MS) await this.set(instant - (due - performance.now()) * this.speed);
    }
    await this.set(instant);
  }

  private async set(instant: number): Promise<void> {
    if (!this.driven || instant <= this.now()) return;
    await this.client.call('setTestClock', { body: { now: new Date(instant).toISOString() } });
    this.setTo = instant;
    this.setAt = performance.now();
  }
}
