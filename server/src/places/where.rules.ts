/** What a person should know of a point: it lies outside the county, or in a township other than the one stated. */
export function pointWarning(
  stated: string,
  lies: string | null,
  nameOf: (code: string) => string | undefined,
): string | null {
  if (lies === stated) return null;
  if (lies === null) return '点位在县界以外，请核对坐标和坐标系';
  return `点位在${nameOf(lies) ?? lies}境内，不在${nameOf(stated) ?? stated}`;
}
