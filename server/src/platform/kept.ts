/** How long something read from the register is believed; other nodes' changes are seen after this at the latest. */
const BELIEVED_MS = 60_000;

/** Something that is read seldom and asked for often. A read that failed is not kept: the next one asks again. */
export class Kept<T> {
  private reading: { value: Promise<T>; at: number } | null = null;

  constructor(private readonly read: () => Promise<T>) {}

  get(): Promise<T> {
    if (this.reading && Date.now() - this.reading.at < BELIEVED_MS) return this.reading.value;
    const reading = { value: this.read(), at: Date.now() };
    this.reading = reading;
    reading.value.catch(() => {
      if (this.reading === reading) this.reading = null;
    });
    return reading.value;
  }

  /** It was changed here: the next one who asks reads afresh. */
  forget(): void {
    this.reading = null;
  }
}
