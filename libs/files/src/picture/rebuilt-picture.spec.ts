import fc from 'fast-check';
import { rebuiltPicture } from './rebuilt-picture.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

const segment = (marker: number, body: string): Uint8Array =>
  joined(Uint8Array.from([0xff, marker, 0, body.length + 2]), bytes(body));
const START = Uint8Array.from([0xff, 0xd8]);
const END = Uint8Array.from([0xff, 0xd9]);
const TABLES = segment(0xdb, 'tables');
/** With a stuffed byte and a restart inside. */
const SCAN = joined(segment(0xda, 'head'), Uint8Array.from([1, 0xff, 0, 2, 0xff, 0xd0, 3]));
const TURNED = `Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0`;

const chunk = (name: string, body: string): Uint8Array =>
  joined(Uint8Array.from([0, 0, 0, body.length]), bytes(`${name}${body}sum!`));
const PNG = bytes('\x89PNG\r\n\x1a\n');
const png = (...chunks: Uint8Array[]): Uint8Array =>
  joined(PNG, chunk('IHDR', 'head'), ...chunks, chunk('IDAT', 'rows'), chunk('IEND', ''));

const valueOf = (result: ReturnType<typeof rebuiltPicture>): number[] | string =>
  result.ok ? [...result.value] : result.error;

describe('a picture is rebuilt from what makes it', () => {
  it('JPEG: without comments, places and what hangs behind it', () => {
    const whole = joined(
      START,
      segment(0xe1, 'http://ns.adobe.com/xap'),
      segment(0xfe, 'hi'),
      TABLES,
      SCAN,
      END,
      bytes('tail'),
    );
    expect(valueOf(rebuiltPicture('jpeg', whole))).toEqual([...joined(START, TABLES, SCAN, END)]);
  });

  it('JPEG: how it is to be turned is all that is left of what the camera wrote', () => {
    const rebuilt = rebuiltPicture(
      'jpeg',
      joined(START, segment(0xe1, `${TURNED}place and time`), TABLES, SCAN, END),
    );
    const text = String.fromCharCode(...(valueOf(rebuilt) as number[]));
    expect([
      text.includes('Exif'),
      text.includes('place'),
      text.includes('\x01\x12\0\x03\0\0\0\x01\0\x06'),
    ]).toEqual([true, false, true]);
  });

  it('PNG: without texts and what hangs behind it', () => {
    const whole = joined(png(chunk('tEXt', '<script>'), chunk('eXIf', 'place')), bytes('<html>'));
    expect(valueOf(rebuiltPicture('png', whole))).toEqual([...png()]);
  });

  it('WebP: in a frame of its own, whose flags promise nothing that is left out', () => {
    const part = (name: string, body: string): string =>
      `${name}${String.fromCharCode(body.length)}\0\0\0${body}`;
    const inside = `WEBP${part('VP8X', '\x0c\0\0\0\0\0\0\0\0\0')}${part('EXIF', 'place!')}${part('VP8 ', 'pixels')}`;
    const whole = bytes(`RIFF${String.fromCharCode(inside.length)}\0\0\0${inside}tail`);
    const kept = `WEBP${part('VP8X', '\0\0\0\0\0\0\0\0\0\0')}${part('VP8 ', 'pixels')}`;
    expect(valueOf(rebuiltPicture('webp', whole))).toEqual([
      ...bytes(`RIFF${String.fromCharCode(kept.length)}\0\0\0${kept}`),
    ]);
  });

  it.each<[string, Uint8Array]>([
    ['jpeg', joined(START, TABLES, SCAN)],
    ['jpeg', joined(START, Uint8Array.from([0xff, 0xdb, 0xff, 0xff]))],
    ['png', joined(PNG, chunk('IHDR', 'head'))],
    ['webp', bytes('RIFF\xff\0\0\0WEBP')],
  ])('%s that does not end is refused', (name, whole) =>
    expect(valueOf(rebuiltPicture(name as 'jpeg', whole))).toMatch(/不完整/),
  );

  it('with a page in a part that it needs is refused', () =>
    expect(valueOf(rebuiltPicture('png', png(chunk('PLTE', '<Script>x'))))).toMatch(/夹带了网页代码/));

  it('twice is as good as once, and whatever comes never throws', () => {
    const once = rebuiltPicture('jpeg', joined(START, segment(0xe1, TURNED), TABLES, SCAN, END));
    expect(once.ok && valueOf(rebuiltPicture('jpeg', once.value))).toEqual(valueOf(once));
    fc.assert(
      fc.property(
        fc.constantFrom('jpeg', 'png', 'webp'),
        fc.uint8Array({ maxLength: 200 }),
        (name, noise) => {
          const begins = { jpeg: START, png: PNG, webp: bytes('RIFF\x40\0\0\0WEBP') }[name];
          expect(() => rebuiltPicture(name, joined(begins, noise))).not.toThrow();
        },
      ),
    );
  });
});
