import { fit } from './photos.rules';

/** Sharp enough to read a number plate, small enough for a mountain line. */
const MOST_PIXELS = 2_560;
const QUALITY = 0.85;

/** What a phone's camera or album gives. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', QUALITY);
  });
}

/**
 * Draw the picture anew, upright and smaller: what the camera wrote beside it (place, device, time) is gone.
 * @throws if the file is no picture this phone can read
 */
export async function compress(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const canvas = document.createElement('canvas');
  Object.assign(canvas, fit(picture.width, picture.height, MOST_PIXELS));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  // A transparent drawing would turn black in JPEG.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return toBlob(canvas);
}
