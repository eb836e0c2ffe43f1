import type { countyZh } from './county.zh';
import type { Shape } from './shape';

export const countyEn: Shape<typeof countyZh> = {};
