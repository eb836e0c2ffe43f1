import type { Route } from './route.js';

/** 专家、装备物资、工作方案. */
export const forcesApi = {} as const satisfies Record<string, Route>;
