import type { registerZh } from './register.zh';
import type { Shape } from './shape';

export const registerEn: Shape<typeof registerZh> = {};
