import { TOWNSHIPS } from './townships.js';
import type { DetourSeed } from './types.js';

/** 1.3 along the Yong'an river and round the town; more where the road climbs. */
const VALLEY = 130;
const PERCENT: Readonly<Record<string, number>> = {
  // 横溪, 朱溪, 大战, 双庙
  ...{ '101': 140, '107': 140, '209': 140, '210': 140 },
  // 湫山, 淡竹, 上张
  ...{ '202': 160, '203': 160, '205': 160 },
  // 安岭, 溪港, 广度
  ...{ '200': 180, '201': 180, '207': 180 },
};

/** 绕行系数 of every township: 本县约定, editable. */
export const DETOURS: readonly DetourSeed[] = TOWNSHIPS.map(({ code }) => ({
  townshipCode: code,
  percent: PERCENT[code] ?? VALLEY,
  basis: '本县约定',
}));
