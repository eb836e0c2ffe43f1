import type { Route } from './route.js';

/** 建县与导入导出: the first start of a county, its data by Excel. */
export const countyApi = {} as const satisfies Record<string, Route>;
