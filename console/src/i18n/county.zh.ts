export const countyZh = {};
