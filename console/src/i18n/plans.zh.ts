export const plansZh = {};
