import { describe, expect, test } from '@jest/globals';
import {
  ENDED,
  isOpen,
  nextSteps,
  ORDER_STATUSES,
  type OrderStatus,
  REPORT_KINDS,
  type ReportKind,
  TRANSITIONS,
  transition,
} from './order.lifecycle.js';

type Outcome = 'step' | 'early' | 'ended' | 'stays';
const KINDS = ['acknowledged', 'mustered', 'en_route', 'on_scene', 'cleared', 'declined', 'situation'] as const;

/** One column per kind, in the order of KINDS. `early`: refused as out of order; `stays`: recorded, the status stays. */
const MATRIX: Record<OrderStatus, Outcome[]> = {
  issued: ['step', 'step', 'step', 'step', 'early', 'step', 'stays'],
  delivered: ['step', 'step', 'step', 'step', 'early', 'step', 'stays'],
  acknowledged: ['early', 'step', 'step', 'step', 'early', 'step', 'stays'],
  mustered: ['early', 'early', 'step', 'step', 'early', 'step', 'stays'],
  en_route: ['early', 'early', 'early', 'step', 'early', 'early', 'stays'],
  on_scene: ['early', 'early', 'early', 'early', 'step', 'early', 'stays'],
  cleared: ['ended', 'ended', 'ended', 'ended', 'ended', 'ended', 'ended'],
  declined: ['ended', 'ended', 'ended', 'ended', 'ended', 'ended', 'ended'],
  recalled: ['ended', 'ended', 'ended', 'ended', 'ended', 'ended', 'ended'],
};
const CELLS = Object.entries(MATRIX).flatMap(([status, row]) =>
  KINDS.map((kind, column) => [status as OrderStatus, kind, row[column]!] as const),
);

function outcomeOf(status: OrderStatus, kind: ReportKind, outcome: Outcome) {
  if (outcome === 'stays') return { outcome: 'step', status };
  if (outcome === 'step') return { outcome: 'step', status: kind };
  return { outcome: 'refused', why: outcome === 'ended' ? 'ended' : 'out_of_order' };
}

describe('what a report does to an order', () => {
  test('the table covers 9 statuses and 7 kinds', () => {
    expect(Object.keys(MATRIX)).toEqual([...ORDER_STATUSES]);
    expect(KINDS).toEqual(REPORT_KINDS);
    expect(CELLS).toHaveLength(63);
  });

  test.each(CELLS)('%s, reported %s: %s', (status, kind, outcome) => {
    expect(transition(status, kind, [])).toEqual(outcomeOf(status, kind, outcome));
  });

  test.each(CELLS.filter(([, kind]) => kind !== 'cleared'))(
    '%s, reported %s: a reason makes no difference',
    (status, kind, outcome) => {
      expect(transition(status, kind, [], true)).toEqual(outcomeOf(status, kind, outcome));
    },
  );
});

describe('clearing without arrival', () => {
  const WITHOUT_ARRIVAL: OrderStatus[] = ['issued', 'delivered', 'acknowledged', 'mustered', 'en_route'];

  test.each(WITHOUT_ARRIVAL)('is refused from %s without a reason and taken with one', (status) => {
    expect(transition(status, 'cleared', [], false)).toEqual({ outcome: 'refused', why: 'out_of_order' });
    expect(transition(status, 'cleared', [], true)).toEqual({ outcome: 'step', status: 'cleared' });
  });

  test.each(['on_scene'] as const)('from %s clearing needs no reason, and one does no harm', (status) => {
    expect(transition(status, 'cleared', [], false)).toEqual({ outcome: 'step', status: 'cleared' });
    expect(transition(status, 'cleared', [], true)).toEqual({ outcome: 'step', status: 'cleared' });
  });

  test.each(['cleared', 'declined', 'recalled'] as const)('no reason clears an order that is %s', (status) => {
    expect(transition(status, 'cleared', [], true)).toEqual({ outcome: 'refused', why: 'ended' });
  });
});

describe('the same report again', () => {
  test.each(CELLS)('%s, %s already stamped: a repeat without effect', (status, kind) => {
    expect(transition(status, kind, ['acknowledged', kind])).toEqual({ outcome: 'repeat' });
    expect(transition(status, kind, [kind], true)).toEqual({ outcome: 'repeat' });
  });

  test('other stamps make no repeat', () => {
    expect(transition('acknowledged', 'en_route', ['acknowledged', 'mustered'])).toEqual({
      outcome: 'step',
      status: 'en_route',
    });
  });
});

describe('the way through an order', () => {
  function reachable(from: OrderStatus): Set<OrderStatus> {
    const seen = new Set<OrderStatus>([from]);
    for (const status of seen) {
      for (const kind of REPORT_KINDS) {
        const result = transition(status, kind, []);
        if (result.outcome === 'step') seen.add(result.status);
      }
    }
    return seen;
  }

  test.each(['issued', 'delivered', 'acknowledged', 'mustered', 'en_route', 'on_scene'] as const)(
    'from %s the order can still be cleared, after arrival',
    (status) => {
      expect(reachable(status)).toContain('cleared');
      expect(reachable(status)).toContain('on_scene');
    },
  );

  test('reports alone lead from issued to every status but delivered and recalled, which no team reports', () => {
    expect([...reachable('issued')].sort()).toEqual(
      ORDER_STATUSES.filter((status) => status !== 'delivered' && status !== 'recalled').sort(),
    );
  });

  test('cleared, declined and recalled are the ends, and nothing leads on from them', () => {
    expect([...ENDED].sort()).toEqual(['cleared', 'declined', 'recalled']);
    for (const status of ORDER_STATUSES) expect(isOpen(status)).toBe(!ENDED.includes(status));
    for (const status of ENDED) {
      expect(reachable(status)).toEqual(new Set([status]));
      for (const from of Object.values(TRANSITIONS)) expect(from).not.toContain(status);
    }
  });

  test('the centre may recall any order that still commands the team', () => {
    expect(TRANSITIONS.recalled).toEqual(ORDER_STATUSES.filter(isOpen));
  });

  test('only an issued order becomes delivered: a receipt never takes an answer back', () => {
    expect(TRANSITIONS.delivered).toEqual(['issued']);
  });
});

describe('the buttons a team is offered', () => {
  const OFFERED: Record<OrderStatus, ReportKind[]> = {
    issued: ['acknowledged', 'mustered', 'en_route', 'on_scene', 'declined'],
    delivered: ['acknowledged', 'mustered', 'en_route', 'on_scene', 'declined'],
    acknowledged: ['mustered', 'en_route', 'on_scene', 'declined'],
    mustered: ['en_route', 'on_scene', 'declined'],
    en_route: ['on_scene'],
    on_scene: ['cleared'],
    cleared: [],
    declined: [],
    recalled: [],
  };

  test.each(ORDER_STATUSES)('%s: exactly the steps that would be taken, in order', (status) => {
    expect(nextSteps(status)).toEqual(OFFERED[status]);
    for (const kind of nextSteps(status)) {
      expect(transition(status, kind, [])).toEqual({ outcome: 'step', status: kind });
    }
  });
});
