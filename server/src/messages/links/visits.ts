/** Of one address, so many requests a minute; behind one address may be a carrier's whole cell. */
const MOST_A_MINUTE = 120;

/** Who asked how often within this minute. Kept in memory: a flood on another node is that node's. */
export class Visits {
  private minute = 0;
  private readonly counts = new Map<string, number>();

  /** One more request of this address; false when it has had its share of this minute. */
  allows(address: string, now: Date): boolean {
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute !== this.minute) {
      this.minute = minute;
      this.counts.clear();
    }
    const count = (this.counts.get(address) ?? 0) + 1;
    this.counts.set(address, count);
    return count <= MOST_A_MINUTE;
  }
}
