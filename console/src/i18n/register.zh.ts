export const registerZh = {};
