import type { PhotoOrigin } from './device-rows.js';

const LONGEST_SIDE = 1_920;
const QUALITY = 0.82;
const STRIP_SHARE = 0.045;
const STRIP_MIN = 22;
const UNREADABLE = '照片处理不了，请换一张 JPEG 或 PNG 照片。';

export const sha256Of = async (blob: Blob): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** Longest side at most 1,920 px, as a JPEG, with a strip that says where, when and by whom; and the hash of what it was. */
export async function markedPhoto(
  file: File,
  mark: string,
): Promise<{ readonly blob: Blob; readonly name: string; readonly origin: PhotoOrigin }> {
  const origin = { sha256: await sha256Of(file), takenAt: takenAt(file) };
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new Error(UNREADABLE);
  });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext('2d')!;
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  drawStrip(pen, canvas, mark);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  if (blob === null) throw new Error(UNREADABLE);
  return { blob, name: file.name.replace(/\.\w+$/, '') + '.jpg', origin };
}

function drawStrip(pen: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement, mark: string): void {
  const strip = Math.max(STRIP_MIN, Math.round(height * STRIP_SHARE));
  pen.fillStyle = 'rgba(29, 33, 41, 0.82)';
  pen.fillRect(0, height - strip, width, strip);
  pen.fillStyle = '#ffffff';
  pen.textBaseline = 'middle';
  pen.font = `${Math.round(strip * 0.6)}px sans-serif`;
  pen.fillText(mark, strip * 0.4, height - strip / 2, width - strip * 0.8);
}

/** When the file was made, as the device says. */
const takenAt = ({ lastModified }: File): string => `${new Date(lastModified).toISOString().slice(0, 19)}Z`;
