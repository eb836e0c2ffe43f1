// A workbook is a zip. Its directory is read first: how many files, how large they say they are; nothing is unpacked that
// says too much, and nothing unpacks to more than it said.

import { inflateRawSync } from 'node:zlib';

/** A real county's workbook has about 20 files and 10 MB; a million empty rows that somebody formatted are still taken. */
export const LIMITS = { entries: 500, bytes: 260_000_000, oneBytes: 240_000_000 };

/** Why a file is not read, in words for whoever chose it. */
export class Unreadable extends Error {}

const DAMAGED = '文件已损坏或不是 Excel 工作簿，请用 Excel 打开后另存为 .xlsx 再上传';

/** @returns {Map<string, { name: string, method: number, packed: number, size: number, offset: number }>} */
export function readDirectory(bytes) {
  refuseOld(bytes);
  const end = findEnd(bytes);
  if (end < 0 || bytes.readUInt32LE(0) !== 0x04034b50) throw new Unreadable('这不是 Excel 工作簿（.xlsx）');
  const count = bytes.readUInt16LE(end + 10);
  if (count > LIMITS.entries) throw new Unreadable(`文件里有 ${count} 个部件，超过 ${LIMITS.entries} 个，不予打开`);
  const entries = new Map();
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new Unreadable(DAMAGED);
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    if (entry.encrypted) throw new Unreadable('文件加了密码，请取消密码后再上传');
    total += entry.size;
    if (entry.size > LIMITS.oneBytes || total > LIMITS.bytes)
      throw new Unreadable('文件解开后过大，不予打开；请删去多余的格式和空行后再上传');
    entries.set(entry.name, entry);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** @returns {Buffer} the bytes of one entry */
export function unpack(bytes, entry) {
  if (entry.offset + 30 > bytes.length) throw new Unreadable(DAMAGED);
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new Unreadable(DAMAGED);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    throw new Unreadable(DAMAGED);
  }
}

function findEnd(bytes) {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 65_535; at -= 1)
    if (bytes.readUInt32LE(at) === 0x06054b50) return at;
  return -1;
}

/** The compound file of old Excel; a workbook with a password is one too. */
function refuseOld(bytes) {
  if (bytes.length < 8 || bytes.readUInt32BE(0) !== 0xd0cf11e0) return;
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    throw new Unreadable('文件加了密码，请取消密码后再上传');
  throw new Unreadable('这是旧版 Excel（.xls）文件，请用 Excel 另存为 .xlsx 后再上传');
}
