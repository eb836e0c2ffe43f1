import { describe, expect, it } from '@jest/globals';
import { NewBroadcast } from '@liandong/shared/broadcast';
import { canPreview, canSend, counted, EMPTY_DRAFT, readPhones, toGroups } from './broadcast.rules.js';

const draft = (more: object) => ({ ...EMPTY_DRAFT, ...more });

describe('whom a broadcast goes to', () => {
  it('every kind of group, as the contract takes it', () => {
    const groups = toGroups(
      draft({
        commanders: true,
        onDuty: true,
        classes: ['professional'],
        townships: ['03'],
        teams: ['P01', 'S05'],
        everyone: true,
        experts: ['自然灾害'],
        phones: '13800000001',
      }),
    );
    expect(groups.map((group) => group.kind)).toEqual([
      'commanders',
      'on_duty',
      'team_class',
      'township',
      'teams',
      'experts',
      'phones',
    ]);
    const body = { groups, text: '全县进入防汛状态', clientId: '7b1c1c43-8d0e-4c5e-9d6a-0c1f0f0f0f0f' };
    expect(NewBroadcast.safeParse(body).success).toBe(true);
  });

  it('all experts are one group without a category', () => {
    expect(toGroups(draft({ experts: ['all', '自然灾害'] }))).toEqual([{ kind: 'experts', category: undefined }]);
  });

  it('numbers as people write them, each once; what is none is said', () => {
    expect(readPhones('13800000001，138-0000-0001\n+8613900000002、abc')).toEqual({
      phones: ['13800000001', '+8613900000002'],
      bad: ['abc'],
    });
  });

  it('is not asked for while nobody is chosen or a number is none', () => {
    const ask = (more: object): boolean => canPreview(draft(more), toGroups(draft(more)));
    expect(ask({})).toBe(false);
    expect(ask({ commanders: true })).toBe(true);
    expect(ask({ commanders: true, phones: '12' })).toBe(false);
    expect(ask({ townships: Array.from({ length: 21 }, (_, i) => String(i)) })).toBe(false);
  });
});

describe('before a broadcast is sent', () => {
  const preview = { numbers: 2, unreachable: 0, text: '', parts: 1, costFen: 9 };
  it('somebody must be there to get it', () => {
    expect(canSend(draft({ text: '集结' }), preview)).toBe(true);
    expect(canSend(draft({ text: '集结' }), { ...preview, unreachable: 2 })).toBe(false);
    expect(canSend(draft({ text: ' 集 ' }), preview)).toBe(false);
    expect(canSend(draft({ text: '集结' }), undefined)).toBe(false);
  });

  it('counts with the signature: one part up to 70, then 67 each', () => {
    expect(counted('字'.repeat(64), 6)).toEqual({ chars: 70, parts: 1 });
    expect(counted('字'.repeat(65), 6)).toEqual({ chars: 71, parts: 2 });
    expect(counted('字'.repeat(129), 6)).toEqual({ chars: 135, parts: 3 });
  });
});
