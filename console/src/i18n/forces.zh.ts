export const forcesZh = {};
