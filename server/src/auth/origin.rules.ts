/**
 * Does a writing request come from our own pages? A browser always sends Origin on such a request; a program sends none.
 * @param publicUrl the address users see, when a proxy stands in front
 */
export function isOwnOrigin(headers: { origin?: string; host?: string }, publicUrl?: string): boolean {
  if (headers.origin === undefined) return true;
  if (publicUrl && headers.origin === new URL(publicUrl).origin) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
