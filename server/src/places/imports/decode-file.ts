import { MOST_FILE_BYTES } from '@liandong/shared/place';
import { Problem } from '../../platform/problem.js';

/** A file's words: UTF-8 with or without its mark, else GBK. @throws Problem bad-request when it is neither, too-large */
export function decodeFile(base64: string): { text: string; encoding: 'utf-8' | 'gbk' } {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > MOST_FILE_BYTES) throw new Problem('too-large', { detail: '文件不得超过 8 MB' });
  if (bytes.length === 0) throw Problem.field('content', '文件是空的');
  for (const encoding of ['utf-8', 'gbk'] as const) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return { text, encoding };
    } catch {
      // The next one may fit.
    }
  }
  throw Problem.field('content', '文件不是 UTF-8 或 GBK 编码的文本');
}
