import { describe, expect, it } from '@jest/globals';
import { ALL_LISTS, isOutdated, listsOf, type Outdated, ordersOf } from './outdated.rules.js';

const outdated = (more: Partial<Outdated> = {}): Outdated => ({
  incidents: new Set(),
  orders: new Set(),
  lists: new Set(),
  everything: false,
  ...more,
});

describe('what another desk changed is asked for again', () => {
  it('a notice, a form, a clock, follow-up work: their lists', () => {
    expect(listsOf([{ type: 'notice.answered' }])).toEqual(['listNotices', 'listObligations']);
    expect(listsOf([{ type: 'feedback.returned' }])).toContain('listFeedback');
    expect(listsOf([{ type: 'obligation.missed' }])).toContain('listObligations');
    expect(listsOf([{ type: 'follow_up.done' }])).toContain('listFollowUps');
  });

  it('messages: what is known of lines, messages, broadcasts and numbers', () => {
    const old = (type: string) => listsOf([{ type }]);
    for (const type of ['line.sick', 'messages.stuck', 'messages.flowing', 'hook.refused']) {
      expect(old(type)).toContain('messageHealth');
    }
    expect(old('messages.progressed')).toEqual(['listMessages', 'getMessage', 'listBroadcasts']);
    expect(old('broadcast.sent')).toContain('listBroadcasts');
    expect(old('phone.flagged')).toEqual(['listPhoneFlags']);
    expect(old('template.edited')).toEqual(['listTemplates']);
    expect(old('ladder.dropped')).toEqual(['listLadders']);
  });

  it('an incident that ended or runs again, a receipt: the list of those that are over', () => {
    for (const type of ['incident.closed', 'incident.reopened', 'incident.merged', 'referral.received']) {
      expect(listsOf([{ type }])).toContain('listIncidents');
    }
  });

  it('a rule, the day hours, a seat area, a number: its list, and every trial', () => {
    const old = (type: string) => listsOf([{ type }]);
    expect(old('rules.withdrawn')).toEqual(['listResponseRules', 'previewTargets']);
    expect(old('day_hours.edited')).toEqual(['listDayHours', 'previewTargets']);
    expect(old('seat_area.edited')).toEqual(['listTownships', 'previewTargets']);
    expect(old('setting.edited')).toEqual(['listSettings', 'previewTargets']);
  });

  it('the form of an order whose incident is over, by the order the event names', () => {
    const orders = new Set(ordersOf([{ payload: { orderId: 'o1' } }, { payload: {} }]));
    expect(isOutdated('getFeedback', 'o1', outdated({ orders }))).toBe(true);
    expect(isOutdated('getFeedback', 'o2', outdated({ orders }))).toBe(false);
  });

  it('everything about a touched incident, nothing about another', () => {
    const touched = outdated({ incidents: new Set(['i1']) });
    expect(isOutdated('getIncident', 'i1', touched)).toBe(true);
    expect(isOutdated('findDuplicates', 'i1', touched)).toBe(true);
    expect(isOutdated('getIncident', 'i2', touched)).toBe(false);
    expect(isOutdated('listTownships', '', touched)).toBe(false);
  });

  it('after a reload of everything: all lists, and whatever incident or form is on screen', () => {
    const all = outdated({ lists: new Set(ALL_LISTS), everything: true });
    expect(isOutdated('getIncident', 'closed-one', all)).toBe(true);
    expect(isOutdated('getFeedback', 'any', all)).toBe(true);
    expect(isOutdated('listNotices', '', all)).toBe(true);
    expect(isOutdated('me', '', all)).toBe(false);
  });
});
