import type { Route } from './route.js';

/** 地名与边界: the gazetteer and the boundaries, their editing and import. */
export const placesApi = {} as const satisfies Record<string, Route>;
