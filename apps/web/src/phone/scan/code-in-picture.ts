import jsQR from 'jsqr';

/** The module is one function, whatever its declaration says of a default. */
const codeInPixels = jsQR as unknown as (typeof jsQR)['default'];

const LONGEST_SIDE = 1_200;

interface Detector {
  detect(source: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

const detectorClass = (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** By the browser's own eye where it has one. */
async function detected(picture: ImageBitmap): Promise<string | undefined> {
  if (!detectorClass) return undefined;
  const found = await new detectorClass({ formats: ['qr_code'] }).detect(picture).catch(() => []);
  return found[0]?.rawValue;
}

/** What a QR code in the picture says; undefined where there is none. */
export async function codeIn(picture: ImageBitmap): Promise<string | undefined> {
  const own = await detected(picture);
  if (own !== undefined) return own;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return codeInPixels(data, width, height)?.data;
}

export async function codeInPicture(file: File): Promise<string | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  try {
    return await codeIn(picture);
  } finally {
    picture.close();
  }
}
