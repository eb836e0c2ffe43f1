import { describe, expect, it } from '@jest/globals';
import type { MessageView } from '@liandong/shared/message';
import { byChannel, inOrder, lastWords, nextRung, stillCalling, stillPaged } from './ladder.rules.js';

const NOW = Date.parse('2026-07-14T06:00:00.000Z');
const at = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();
const message = (id: string, channel: 'sms' | 'voice' | 'app', state: MessageView['state'], due = 0): MessageView =>
  ({ id, channel, state, dueAt: at(due), sentAt: null, purpose: 'order' }) as MessageView;

describe('the ladder in one line', () => {
  it('says the most telling thing of each channel that was used', () => {
    const line = byChannel([
      message('a', 'sms', 'failed'),
      message('b', 'sms', 'delivered'),
      message('c', 'voice', 'cancelled'),
      message('d', 'voice', 'failed'),
    ]);
    expect(line.map(([channel, m]) => [channel, m.state])).toEqual([
      ['sms', 'delivered'],
      ['voice', 'failed'],
    ]);
  });

  it('leaves out answers to replies', () => {
    expect(byChannel([{ ...message('a', 'sms', 'delivered'), purpose: 'answer' }])).toEqual([]);
  });

  it('knows the next rung, and none when the ladder was stopped', () => {
    const rungs = [
      message('a', 'sms', 'queued', 240),
      message('b', 'voice', 'queued', 120),
      message('c', 'app', 'sent'),
    ];
    expect(nextRung(rungs, NOW)?.id).toBe('b');
    expect(nextRung([message('a', 'sms', 'cancelled', 240)], NOW)).toBeNull();
  });

  it('stands in the order things went or will go', () => {
    const sent = { ...message('late', 'sms', 'sent', 0), sentAt: at(90) };
    expect(inOrder([sent, message('next', 'voice', 'queued', 60)]).map((m) => m.id)).toEqual(['next', 'late']);
  });
});

describe('last words', () => {
  it('are the latest report that says something', () => {
    const report = (receivedAt: string, note: string | null) =>
      ({ receivedAt, note, headcount: null, etaMinutes: null }) as Parameters<typeof lastWords>[0][number];
    expect(lastWords([report(at(2), null), report(at(1), '在路上'), report(at(0), '收到')])?.note).toBe('在路上');
    expect(lastWords([report(at(2), null)])).toBeNull();
  });
});

describe('whom the order has to reach himself', () => {
  const person = (name: string, answeredAt: string | null) => ({
    name,
    phone: name,
    post: '',
    answeredAt,
    answeredBy: null,
  });
  const paged = [person('甲', at(30)), person('乙', null)];

  it('is whoever has not answered', () => {
    expect(stillPaged(paged).map((each) => each.name)).toEqual(['乙']);
  });

  it('keeps being called after the team acknowledged, until he answers or the order ends', () => {
    expect(stillCalling({ status: 'acknowledged' }, paged)).toBe(true);
    expect(stillCalling({ status: 'acknowledged' }, [person('甲', at(30))])).toBe(false);
    expect(stillCalling({ status: 'recalled' }, paged)).toBe(false);
    expect(stillCalling({ status: 'delivered' })).toBe(true);
  });
});
