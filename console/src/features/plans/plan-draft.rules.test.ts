import { describe, expect, it } from '@jest/globals';
import type { PlanStep } from '@liandong/shared/plan';
import { SPECIALTY_WORDS } from '@liandong/shared/specialty';
import fc from 'fast-check';
import { readSteps, typed } from './plan-draft.rules.js';

describe('steps as they are typed', () => {
  it('names teams in any case, the township’s own, neighbours and a specialty', () => {
    expect(readSteps(' s05 属地，P01、邻近2  医疗救护 ')).toEqual({
      steps: [{ team: 'S05' }, { local: 'township' }, { team: 'P01' }, { neighbours: 2 }, { nearest: 'medical' }],
      unknown: [],
    });
  });
  it('says what it does not understand, and keeps the rest', () => {
    expect(readSteps('S05 消防 邻近0 邻近99')).toEqual({
      steps: [{ team: 'S05' }],
      unknown: ['消防', '邻近0', '邻近99'],
    });
  });
  it('reads back what it wrote', () => {
    const step: fc.Arbitrary<PlanStep> = fc.oneof(
      fc.constantFrom<PlanStep>({ team: 'S05' }, { team: 'P123' }, { local: 'township' }),
      fc.integer({ min: 1, max: 10 }).map((neighbours) => ({ neighbours })),
      fc.constantFrom(...Object.keys(SPECIALTY_WORDS)).map((nearest) => ({ nearest })),
    );
    fc.assert(fc.property(fc.array(step), (steps) => expect(readSteps(typed(steps))).toEqual({ steps, unknown: [] })));
  });
});
