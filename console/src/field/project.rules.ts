import type { ObligationKind, ObligationView } from '@liandong/shared/obligation';
import type { TeamOrder } from '@liandong/shared/order';
import { nextSteps, type OrderStatus, type ReportKind, transition } from '@liandong/shared/order.lifecycle';
import type { Waiting } from './outbox.rules';

export type Step = Exclude<ReportKind, 'situation' | 'declined'>;
export const STEPS: readonly Step[] = ['acknowledged', 'mustered', 'en_route', 'on_scene', 'cleared'];

/** Which debts a report pays, like the server does: who sets out has mustered, who arrives has done both. */
const PAYS: Record<ReportKind, readonly ObligationKind[]> = {
  acknowledged: ['acknowledge'],
  mustered: ['acknowledge', 'muster'],
  en_route: ['acknowledge', 'muster'],
  on_scene: ['acknowledge', 'muster', 'on_scene'],
  cleared: ['acknowledge', 'muster', 'clear'],
  declined: ['acknowledge'],
  situation: [],
};

/** A stamp as the phone shows it; `pending`: tapped here, the server does not have it yet. */
export interface ShownStamp {
  at: string;
  pending: boolean;
}

/** The order as it will be once everything tapped on this phone has arrived. */
export interface Projection {
  status: OrderStatus;
  stamps: Partial<Record<ReportKind | 'recalled', ShownStamp>>;
  obligations: readonly ObligationView[];
  pending: readonly Waiting[];
}

/** The server's instant of a tap: the device's instant less the device clock's error. */
export function tappedAt(w: Waiting): string {
  const device = Date.parse(w.body.occurredAt ?? '');
  return new Date(device - (w.body.deviceOffsetSeconds ?? 0) * 1000).toISOString();
}

/** Lay the waiting reports over the order as the server knows it. */
export function project(order: TeamOrder, waiting: readonly Waiting[]): Projection {
  const stamps: Projection['stamps'] = {};
  for (const [kind, stamp] of Object.entries(order.stamps)) {
    stamps[kind as keyof typeof stamps] = { at: stamp.at, pending: false };
  }
  let { status } = order;
  let obligations: readonly ObligationView[] = order.obligations;
  const pending = waiting.filter((w) => w.orderId === order.id && w.refusal === null);
  for (const w of pending) {
    const { kind } = w.body;
    const step = transition(status, kind, Object.keys(stamps));
    if (step.outcome !== 'step' || kind === 'situation') continue;
    const at = tappedAt(w);
    status = step.status;
    stamps[kind] = { at, pending: true };
    obligations = obligations.map((o) =>
      PAYS[kind].includes(o.kind) && o.metAt === null && o.state !== 'waived' ? { ...o, metAt: at } : o,
    );
  }
  return { status, stamps, obligations, pending };
}

/** The frozen target's obligation. */
export function targetOf(order: TeamOrder, obligations: readonly ObligationView[]): ObligationView | null {
  const kind: ObligationKind = order.target.measure === 'mustered' ? 'muster' : 'on_scene';
  return obligations.find((o) => o.kind === kind) ?? null;
}

/**
 * The steps on offer: the natural next one large, the others small.
 * Mustering is the natural next step only where it is what the order owes; elsewhere it can be reported but is not asked for.
 */
export function offeredSteps(order: TeamOrder, status: OrderStatus): { primary: Step | null; others: Step[] } {
  const steps = nextSteps(status).filter((s): s is Step => s !== 'declined');
  const primary = steps.find((s) => s !== 'mustered' || order.target.measure === 'mustered') ?? steps[0] ?? null;
  return { primary, others: steps.filter((s) => s !== primary) };
}

export const mayDecline = (status: OrderStatus): boolean => nextSteps(status).includes('declined');

/** Unanswered orders ring. */
export const isUnanswered = (status: OrderStatus): boolean => status === 'issued' || status === 'delivered';
