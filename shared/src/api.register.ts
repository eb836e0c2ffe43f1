import type { Route } from './route.js';

/** 登记: teams, members, phones, vehicles, strength. */
export const registerApi = {} as const satisfies Record<string, Route>;
