import type { Route } from './route.js';

/** 值班备勤: rotations, shifts, swaps, leave, check-in, handover, gaps. */
export const dutyApi = {} as const satisfies Record<string, Route>;
