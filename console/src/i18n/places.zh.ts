export const placesZh = {};
