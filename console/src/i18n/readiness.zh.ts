export const readinessZh = {};
