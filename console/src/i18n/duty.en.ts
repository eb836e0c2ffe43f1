import type { dutyZh } from './duty.zh';
import type { Shape } from './shape';

export const dutyEn: Shape<typeof dutyZh> = {};
