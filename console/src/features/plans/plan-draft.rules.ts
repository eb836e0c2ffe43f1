import type { PlanStep } from '@liandong/shared/plan';
import { SPECIALTY_WORDS } from '@liandong/shared/specialty';

/** Steps as they are typed: `S05 属地 P01 邻近2 医疗救护`. `unknown`: words nobody could mean anything by. */
export function readSteps(text: string): { steps: PlanStep[]; unknown: string[] } {
  const words = text.split(/[\s,，、]+/).filter((word) => word !== '');
  const read = words.map((word) => ({ word, step: readStep(word) }));
  return {
    steps: read.flatMap(({ step }) => step ?? []),
    unknown: read.filter(({ step }) => step === null).map(({ word }) => word),
  };
}

const SPECIALTIES = Object.entries(SPECIALTY_WORDS).map(([code, word]) => ({ code, word }));

function readStep(word: string): PlanStep | null {
  if (/^[A-Za-z][0-9]{2,3}$/.test(word)) return { team: word.toUpperCase() };
  if (word === '属地') return { local: 'township' };
  const neighbours = /^邻近([1-9]|10)$/.exec(word);
  if (neighbours) return { neighbours: Number(neighbours[1]) };
  const specialty = SPECIALTIES.find((one) => one.word === word);
  return specialty ? { nearest: specialty.code } : null;
}

/** The steps as somebody would type them: what is read back from it is the same. */
export const typed = (steps: readonly PlanStep[]): string => steps.map(typedStep).join(' ');

function typedStep(step: PlanStep): string {
  if ('team' in step) return step.team;
  if ('local' in step) return '属地';
  if ('neighbours' in step) return `邻近${step.neighbours}`;
  return SPECIALTY_WORDS[step.nearest] ?? step.nearest;
}
