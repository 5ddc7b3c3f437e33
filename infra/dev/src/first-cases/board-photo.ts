import { crc32, deflateSync } from 'node:zlib';

type Color = readonly [red: number, green: number, blue: number];

const WIDTH = 480;
const HEIGHT = 360;
const WALL: Color = [214, 208, 196];
const FRAME: Color = [122, 84, 52];
const CORK: Color = [186, 146, 98];
const PAPER: Color = [250, 249, 244];
const INK: Color = [92, 96, 104];
const SEAL: Color = [186, 44, 40];

/** Left and top of the sheets on the board. */
const SHEETS = [
  [84, 92],
  [204, 84],
  [324, 96],
] as const;
const SHEET = { width: 84, height: 148 } as const;

/** A notice board with three sheets, as a telephone would have seen it: a PNG. */
export function boardPhoto(): Buffer {
  const row = (y: number): number[] => [0, ...Array.from({ length: WIDTH }, (_, x) => colorAt(x, y)).flat()];
  const pixels = Buffer.from(Array.from({ length: HEIGHT }, (_, y) => row(y)).flat());
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8); // eight bits a color, three colors
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colorAt(x: number, y: number): Color {
  if (x < 40 || x >= WIDTH - 40 || y < 44 || y >= HEIGHT - 64) return WALL;
  if (x < 54 || x >= WIDTH - 54 || y < 58 || y >= HEIGHT - 78) return FRAME;
  const sheet = SHEETS.find(
    ([left, top]) => x >= left && x < left + SHEET.width && y >= top && y < top + SHEET.height,
  );
  return sheet ? onSheet(x - sheet[0], y - sheet[1]) : CORK;
}

function onSheet(x: number, y: number): Color {
  if ((x - 62) ** 2 + (y - 122) ** 2 <= 144) return SEAL;
  const isLine = y > 26 && y % 12 < 3 && x > 8 && x < SHEET.width - (y % 5) * 4 - 8;
  const isTitle = y > 10 && y < 18 && x > 20 && x < 64;
  return isLine || isTitle ? INK : PAPER;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([frame, body, sum]);
}
