/** The zone most counties are in; the server says which one holds. The browser's own is not asked. */
let zone = 'Asia/Shanghai';

export const countyZone = (): string => zone;

/** Every instant is shown, and every field read, by this county's clock from now on. @param wanted IANA name */
export function setCountyZone(wanted: string | undefined): void {
  if (wanted) zone = wanted;
}
