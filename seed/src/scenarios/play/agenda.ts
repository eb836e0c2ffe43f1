/** What is still to happen, earliest first; what was planned first goes first at the same instant. */
export class Agenda<T> {
  private readonly heap: { at: number; turn: number; item: T }[] = [];
  private turn = 0;

  get size(): number {
    return this.heap.length;
  }

  add(at: number, item: T): void {
    this.turn += 1;
    const entry = { at, turn: this.turn, item };
    let index = this.heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!before(entry, this.heap[parent]!)) break;
      this.heap[index] = this.heap[parent]!;
      index = parent;
    }
    this.heap[index] = entry;
  }

  next(): { at: number; item: T } | null {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (!first || !last) return null;
    if (this.heap.length > 0) this.sink(last);
    return first;
  }

  private sink(entry: { at: number; turn: number; item: T }): void {
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child + 1 < this.heap.length && before(this.heap[child + 1]!, this.heap[child]!)) child += 1;
      if (child >= this.heap.length || !before(this.heap[child]!, entry)) break;
      this.heap[index] = this.heap[child]!;
      index = child;
    }
    this.heap[index] = entry;
  }
}

const before = (a: { at: number; turn: number }, b: { at: number; turn: number }): boolean =>
  a.at < b.at || (a.at === b.at && a.turn < b.turn);
