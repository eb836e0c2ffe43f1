import type { ObligationState } from '@liandong/shared/obligation';
import type { OrderView } from '@liandong/shared/order';
import { isOpen, type OrderStatus, type ReportKind, transition } from '@liandong/shared/order.lifecycle';

/** Where the answers to an order are counted by speed, seconds: [0, 30), [30, 60) … 180 and more. */
export const BANDS = [30, 60, 120, 180] as const;
const ACKNOWLEDGE_SECONDS = 180;
/** Nothing is done this close to an instant that decides something, so that a slow answer cannot change the result. */
const EDGE_MS = 5000;

type Clock = { due: number; metAt: number | null; state: ObligationState };
const SETTLES: Record<'acknowledge' | 'target', { on_scene: ReportKind[]; mustered: ReportKind[] }> = {
  acknowledge: {
    on_scene: ['acknowledged', 'mustered', 'en_route', 'on_scene', 'cleared', 'declined'],
    mustered: ['acknowledged', 'mustered', 'en_route', 'on_scene', 'cleared', 'declined'],
  },
  target: { on_scene: ['on_scene'], mustered: ['mustered', 'en_route', 'on_scene', 'cleared'] },
};

/** What the simulator itself holds true of one order, from what it did and when; the server is not asked. */
export class OrderBelief {
  readonly issuedAt: number;
  readonly stamps = new Map<string, number>();
  status: OrderStatus = 'issued';
  /** Reports that were accepted, repeats too. */
  reports = 0;
  private readonly clocks: Record<'acknowledge' | 'target', Clock>;

  constructor(readonly order: OrderView) {
    this.issuedAt = Date.parse(order.issuedAt);
    const clock = (seconds: number): Clock => ({ due: this.issuedAt + seconds * 1000, metAt: null, state: 'open' });
    this.clocks = { acknowledge: clock(ACKNOWLEDGE_SECONDS), target: clock(order.target.seconds) };
  }

  get open(): boolean {
    return isOpen(this.status);
  }

  /** The first instant from `at` on that lies clear of every edge of this order. */
  clearOfEdges(at: number): number {
    const edges = [...BANDS.map((s) => this.issuedAt + s * 1000), this.clocks.target.due].sort((a, b) => a - b);
    return edges.reduce((when, edge) => (Math.abs(when - edge) < EDGE_MS ? edge + EDGE_MS : when), at);
  }

  /** Will a report of this kind be taken? */
  accepts(kind: ReportKind): boolean {
    return transition(this.status, kind, [...this.stamps.keys()]).outcome !== 'refused';
  }

  report(kind: ReportKind, at: number): void {
    const step = transition(this.status, kind, [...this.stamps.keys()]);
    if (step.outcome === 'refused') return;
    this.reports += 1;
    if (step.outcome === 'repeat') return;
    this.status = step.status;
    this.stamps.set(kind, at);
    for (const [name, clock] of Object.entries(this.clocks) as ['acknowledge' | 'target', Clock][]) {
      if (!SETTLES[name][this.order.target.measure].includes(kind) || clock.metAt !== null || clock.state === 'waived')
        continue;
      clock.metAt = at;
      clock.state = at <= clock.due ? 'met' : 'missed';
    }
    if (kind === 'declined' && this.clocks.target.metAt === null) this.clocks.target.state = 'missed';
  }

  /** A recall forgives what still runs, never what is already missed. */
  recall(at: number): void {
    this.status = 'recalled';
    for (const clock of Object.values(this.clocks)) if (this.read(clock, at) === 'open') clock.state = 'waived';
    for (const clock of Object.values(this.clocks)) clock.state = this.read(clock, at);
  }

  /** A supervisor's waiver forgives what runs and what was missed. */
  waive(at: number): void {
    for (const clock of Object.values(this.clocks)) if (this.read(clock, at) !== 'met') clock.state = 'waived';
  }

  /** Is there anything a waiver would forgive? */
  waivable(at: number): boolean {
    return Object.values(this.clocks).some((clock) => ['open', 'missed'].includes(this.read(clock, at)));
  }

  result(name: 'acknowledge' | 'target', now: number): 'met' | 'missed' | 'waived' | 'running' {
    const state = this.read(this.clocks[name], now);
    // A stamp nobody made counts as missed; a team that declines has answered.
    if (name === 'acknowledge' && state === 'met' && this.answeredAt() === undefined) return 'missed';
    return state === 'open' ? 'running' : state;
  }

  /** Missed, and never reported. */
  missing(name: 'acknowledge' | 'target', now: number): boolean {
    const reached = name === 'acknowledge' ? this.answeredAt() : this.clocks[name].metAt;
    return this.result(name, now) === 'missed' && (reached ?? null) === null;
  }

  /** When the team answered: by acknowledging, or by saying that it cannot come. */
  answeredAt(): number | undefined {
    return this.stamps.get('acknowledged') ?? this.stamps.get('declined');
  }

  private read({ state, due }: Clock, now: number): ObligationState {
    return state === 'open' && now > due ? 'missed' : state;
  }
}
