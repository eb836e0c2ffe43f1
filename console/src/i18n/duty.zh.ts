export const dutyZh = {};
