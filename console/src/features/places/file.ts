import type { ExportedFile } from '@liandong/shared/place';

const CHUNK = 0x8000;

/** A file's bytes as base64, as the import takes them. */
export async function asBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** Hand over a file that the server made. */
export function saveFile({ fileName, mediaType, text }: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export const formatOf = (name: string): 'csv' | 'geojson' => (/\.(geo)?json$/i.test(name) ? 'geojson' : 'csv');
