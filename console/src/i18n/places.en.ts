import type { placesZh } from './places.zh';
import type { Shape } from './shape';

export const placesEn: Shape<typeof placesZh> = {};
