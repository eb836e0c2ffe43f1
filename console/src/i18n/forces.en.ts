import type { forcesZh } from './forces.zh';
import type { Shape } from './shape';

export const forcesEn: Shape<typeof forcesZh> = {};
