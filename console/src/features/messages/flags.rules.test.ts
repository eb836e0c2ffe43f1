import { describe, expect, it } from '@jest/globals';
import type { PhoneFlagView } from '@liandong/shared/message';
import { flagsByPhone, plainPhone } from './flags.rules.js';

const flag = (phone: string, kind: PhoneFlagView['flag']): PhoneFlagView => ({
  phone,
  flag: kind,
  since: '',
  because: '',
  ownerName: null,
  teamCode: null,
});

describe('flags of a number', () => {
  it('one number, however it is written, has all its flags', () => {
    const flags = flagsByPhone([flag('+8613800000001', 'unsubscribed'), flag('13800000001', 'wrong_person')]);
    expect(flags.get(plainPhone('138 0000-0001'))?.map((each) => each.flag)).toEqual(['unsubscribed', 'wrong_person']);
    expect(flags.get(plainPhone('13800000002'))).toBeUndefined();
  });
});
