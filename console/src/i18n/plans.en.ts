import type { plansZh } from './plans.zh';
import type { Shape } from './shape';

export const plansEn: Shape<typeof plansZh> = {};
