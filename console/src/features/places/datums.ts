/** WGS-84 is GPS, 天地图 and CGCS2000; GCJ-02 高德 and 腾讯; BD-09 百度. */
export const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const;
export type Datum = (typeof DATUMS)[number];
