import type { AttachmentType } from '@liandong/shared/attachment';

/** How each kind of file begins; `null` stands for any byte. */
const SIGNATURES: Record<AttachmentType, readonly (number | null)[]> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  // RIFF, four bytes of length, WEBP
  'image/webp': [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
};

/** What a file is by its own first bytes, whatever its sender says; null for anything we do not take. */
export function trueType(bytes: Uint8Array): AttachmentType | null {
  const types = Object.keys(SIGNATURES) as AttachmentType[];
  return types.find((type) => SIGNATURES[type].every((byte, at) => byte === null || bytes[at] === byte)) ?? null;
}

/** A media type as it stands in a header, without its parameters. */
export const bareType = (header: string | undefined): string => (header ?? '').split(';')[0]!.trim().toLowerCase();

/** A file's name as text to show: no folders, no controls, nothing that turns the writing round. */
export function plainName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[\\/]/g, '_')
    .trim();
  return plain === '' ? '附件' : plain;
}

/** `content-disposition` of a download, RFC 6266 with the name as RFC 5987: a picture is shown, anything else is saved. */
export function disposition(name: string, mediaType: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${mediaType.startsWith('image/') ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded}`;
}

/** The point of a picture's EXIF, if it is one on the earth. 0°/0° is what a phone without a fix writes. */
export function pointOf(
  gps: { latitude?: unknown; longitude?: unknown } | undefined,
): { lon: number; lat: number } | null {
  const { latitude: lat, longitude: lon } = gps ?? {};
  if (typeof lat !== 'number' || typeof lon !== 'number') return null;
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180) || (lat === 0 && lon === 0)) return null;
  return { lon, lat };
}
