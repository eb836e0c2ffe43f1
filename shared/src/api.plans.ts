import type { Route } from './route.js';

/** 预案与战备: response plans with levels, readiness of the teams. */
export const plansApi = {} as const satisfies Record<string, Route>;
