import { describe, expect, it } from '@jest/globals';
import type { TemplateView } from '@liandong/shared/message-template';
import type { TemplateShape } from '@liandong/shared/template.rules';
import { crowdedOut, filledApproval, piecesOf, previewOf, unsaid } from './template-preview.rules.js';

const recall: TemplateShape = {
  parameters: [
    { name: 'code', example: '37', required: true },
    { name: 'reason', example: '警情已解除', required: false },
  ],
  givesWay: 'reason',
};
const shown = (body: string, shape = recall, drill = false) => previewOf(body, shape, '仙居联动', drill);

describe('a text as it would go out', () => {
  it('has signature, mark of a drill and the examples', () => {
    expect(shown('{code}号令撤回：{reason}。')).toMatchObject({
      text: '【仙居联动】37号令撤回：警情已解除。',
      units: 19,
      parts: 1,
    });
    expect(shown('{code}号令撤回', recall, true).text).toBe('【仙居联动】（演练）37号令撤回');
  });

  it('says how long the parameter that gives way may be, and cuts it there', () => {
    // Two parts are 134 units; the signature takes 6, the code 2.
    expect(shown('{code}{reason}').room).toBe(126);
    expect(shown('{code}{reason}', recall, true).room).toBe(122);
    expect(shown('{code}{reason}{reason}').room).toBe(63);
    const tight = shown(`{code}{reason}${'撤'.repeat(123)}`);
    expect([tight.room, tight.units, tight.parts]).toEqual([3, 134, 2]);
    expect(tight.text).toContain('37警情…撤');
  });

  it('has nothing that gives way where the body does not hold it', () => {
    expect(shown('{code}号令撤回').room).toBeNull();
    expect(shown('{code}{reason}', { ...recall, givesWay: null }).room).toBeNull();
  });
});

describe('a body in pieces', () => {
  it('tells words from parameters', () => {
    expect(piecesOf('{code}号令：{what}')).toEqual([
      { at: 0, text: '{code}', parameter: true },
      { at: 6, text: '号令：', parameter: false },
      { at: 9, text: '{what}', parameter: true },
    ]);
    expect(piecesOf('没有')).toEqual([{ at: 0, text: '没有', parameter: false }]);
  });
});

describe('a signature', () => {
  it('leaves room in every text', () => {
    const full = { ...recall, key: 'recall', body: `{code}{reason}${'撤'.repeat(122)}` } as TemplateView;
    const signature = { key: 'signature', body: '仙居联动', parameters: [], givesWay: null } as unknown as TemplateView;
    expect(crowdedOut([signature, full], '仙居联动')).toEqual([]);
    expect(crowdedOut([signature, full], '仙居县联动')).toEqual([full]);
  });
});

describe('what a provider registered', () => {
  it('says what the body says, whole or in pieces', () => {
    const body = '{code}{what}';
    expect(unsaid(body, { sms: 'SMS_1', variables: ['code', 'what', 'what2'] })).toEqual([]);
    expect(unsaid(body, { sms: 'SMS_1', variables: ['code'] })).toEqual(['what']);
    expect(unsaid(body, { voice: 'TTS_1' })).toEqual(['code', 'what']);
    expect(unsaid(body, {})).toEqual([]);
  });

  it('is nothing when nothing is filled in', () => {
    expect(filledApproval({ sms: ' ', voice: '', variables: [] })).toBeUndefined();
    expect(filledApproval({ sms: ' SMS_1 ', voice: '' })).toEqual({ sms: 'SMS_1' });
  });
});
