import { describe, expect, it } from '@jest/globals';
import { readFilters, readTab, toQuery, writeFilters } from './filter.rules.js';

const read = (text: string) => readFilters(new URLSearchParams(text));

describe('the list of messages as an address', () => {
  it('is read, and written the same', () => {
    const address = 'q=138&state=failed&line=aliyun-sms&team=S05&from=2026-07-01&to=2026-07-14';
    expect(new URLSearchParams(writeFilters(read(address))).toString()).toBe(address);
    expect(writeFilters(read(''))).toEqual({});
  });

  it('leaves out what makes no sense', () => {
    expect(read('state=lost&line=pigeon&team=;&broadcast=7&from=2026-07-14&to=2026-07-01')).toEqual({ ...read('') });
    expect(readTab('nothing')).toBe('messages');
    expect(readTab('costs')).toBe('costs');
  });

  it('asks for whole days of the county, and for no words when there are none', () => {
    expect(toQuery(read('q=%20&from=2026-07-14&to=2026-07-14&team=P01'))).toEqual({
      from: '2026-07-13T16:00:00.000Z',
      to: '2026-07-14T16:00:00.000Z',
      teamCode: 'P01',
      q: undefined,
      broadcastId: undefined,
    });
  });
});
