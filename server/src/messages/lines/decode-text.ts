import iconv from 'iconv-lite';

const NAMED = /charset\s*=\s*"?([\w.:-]+)/i;
/** GB 18030 holds GBK and GB 2312 whole. */
const CHINESE = 'gb18030';

/**
 * A body as text. Chinese modems and gateways write GBK as often as UTF-8, and do not always say so: what is named holds;
 * what is called UTF-8, or nothing, and is no UTF-8 is read as GB 18030.
 * @param contentType the header it came with, if any
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  const named = NAMED.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  if (!/^utf-?8$/.test(named) && iconv.encodingExists(named)) return iconv.decode(Buffer.from(bytes), named);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(Buffer.from(bytes), CHINESE);
  }
}
