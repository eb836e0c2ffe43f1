import type { readinessZh } from './readiness.zh';
import type { Shape } from './shape';

export const readinessEn: Shape<typeof readinessZh> = {};
