import { describe, expect, it } from '@jest/globals';
import type { ObligationView } from '@liandong/shared/obligation';
import type { UpwardReportView } from '@liandong/shared/upward';
import { chineseNumber, knownFigures, nextStage, paperTitle, readFigures, stageLines } from './upward.rules.js';

const owed = (stage: string, startedAt: string, more: object = {}): ObligationView =>
  ({
    id: `${stage}-${startedAt}`,
    kind: 'upward_report',
    stage,
    startedAt,
    dueAt: `${startedAt}+`,
    state: 'open',
    metAt: null,
    givenUp: false,
    ...more,
  }) as unknown as ObligationView;
const sent = (stage: string, id = stage): UpwardReportView => ({ id, stage }) as unknown as UpwardReportView;

describe('reports upward', () => {
  it('each stage has one line, with the clock that runs', () => {
    const settled = owed('follow_up', '05', { state: 'met', metAt: '02' });
    const lines = stageLines([owed('written', '00'), owed('follow_up', '03'), settled], [sent('phone')]);
    expect(lines.map((line) => [line.stage, line.clock?.id ?? null, line.running])).toEqual([
      ['phone', null, false],
      ['written', 'written-00', true],
      ['follow_up', 'follow_up-03', true],
    ]);
  });

  it('a settled clock is shown while no other runs', () => {
    const met = owed('phone', '00', { state: 'met', metAt: '01' });
    expect(stageLines([met], [])).toMatchObject([{ stage: 'phone', running: false, clock: { id: 'phone-00' } }]);
  });

  it('what is due first is drafted first; then what follows what was sent', () => {
    expect(nextStage(stageLines([owed('written', '05'), owed('phone', '03')], []), false)).toBe('phone');
    expect(nextStage([], false)).toBe('phone');
    expect(nextStage(stageLines([], [sent('phone')]), false)).toBe('follow_up');
    expect(nextStage(stageLines([], [sent('phone')]), true)).toBe('final');
  });

  it('the paper names place, type and stage; follow-ups are counted', () => {
    const incident = { place: '横溪镇下陈村', typeName: '山体滑坡' };
    const all = [sent('phone'), sent('follow_up', 'f1'), sent('follow_up', 'f2')];
    expect(paperTitle(incident, all[0]!, all)).toBe('关于横溪镇下陈村山体滑坡的初报');
    expect(paperTitle(incident, all[2]!, all)).toBe('关于横溪镇下陈村山体滑坡的续报（二）');
    expect(paperTitle({ ...incident, typeName: null }, sent('final'), all)).toBe('关于横溪镇下陈村突发事件的终报');
    expect([1, 10, 11, 20, 32].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '三十二']);
  });
});

describe('figures', () => {
  it('nought is known, an empty field is not', () => {
    const typed = { dead: '0', injured: ' 2', missing: '', trapped: 'x', rescued: '' };
    expect(readFigures(typed)).toEqual({ dead: 0, injured: 2 });
    expect(readFigures({ dead: '', injured: '', missing: '', trapped: '', rescued: '' })).toBeUndefined();
    expect(knownFigures({ rescued: 3, dead: 0 })).toEqual([
      ['dead', 0],
      ['rescued', 3],
    ]);
  });
});
