import exifr from 'exifr';
import sharp, { type Sharp } from 'sharp';
import { Problem } from '../platform/problem.js';
import { pointOf } from './attachment.rules.js';

/** The largest picture that is unpacked: a phone's 50 megapixels. A bomb of a few kB claims far more. */
const MAX_PIXELS = 52_000_000;
/** The longest side that is kept: sharp on any screen of the centre and in print. 本县约定 */
const LONGEST_SIDE = 2560;
const QUALITY = 82;
/** A picture that takes longer to unpack than anyone waits is not one. */
const PATIENCE_SECONDS = 20;

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';
const WRITE: Record<PictureType, (picture: Sharp) => Sharp> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: QUALITY }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: QUALITY }),
};

export interface CleanPicture {
  bytes: Buffer;
  width: number;
  height: number;
  location: { lon: number; lat: number } | null;
}

/**
 * A picture painted anew: upright, not larger than we show, and nothing in it but the picture (no EXIF, no position, no
 * maker's thumbnail, nothing hidden behind the end). Where it was taken is told beside it.
 * @throws Problem bad-request for a picture that is broken or would unpack beyond measure
 */
export function cleanPicture(bytes: Buffer, type: PictureType): Promise<CleanPicture> {
  const mine = turn.then(() => paintAnew(bytes, type));
  turn = mine.catch(() => {});
  return mine;
}

/** One picture at a time: unpacked, a few hundred bytes may want two hundred megabytes. */
let turn: Promise<unknown> = Promise.resolve();

async function paintAnew(bytes: Buffer, type: PictureType): Promise<CleanPicture> {
  try {
    const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { exif } = await source.metadata();
    const upright = source
      .autoOrient()
      .timeout({ seconds: PATIENCE_SECONDS })
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
    const { data, info } = await WRITE[type](upright).toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height, location: await takenAt(exif) };
  } catch {
    throw new Problem('bad-request', { detail: '图片已损坏或尺寸过大，无法打开', advice: '请重新拍摄或另存后再上传' });
  }
}

/** JPEG and WebP put a mark before the EXIF, PNG does not. An EXIF nobody can read is one without a position. */
async function takenAt(exif: Buffer | undefined): Promise<CleanPicture['location']> {
  if (!exif) return null;
  const tiff = exif.subarray(0, 4).toString('latin1') === 'Exif' ? exif.subarray(6) : exif;
  return exifr.gps(tiff).then(pointOf, () => null);
}
