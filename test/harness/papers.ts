import { chromium } from 'playwright-core';
import sharp from 'sharp';

/** A file as somebody picks it from his device. */
export interface Paper {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A photo as a phone takes it: 1,600 by 1,200 points with grain, and when it was taken. */
export async function takenPhoto(name: string): Promise<Paper> {
  const buffer = await sharp({
    create: {
      width: 1_600,
      height: 1_200,
      channels: 3,
      background: '#8a9a5b',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .withExif({
      IFD0: { Make: 'Wuqing', Model: 'T1' },
      IFD2: { DateTimeOriginal: '2026:08:24 09:30:00', OffsetTimeOriginal: '+08:00' },
    })
    .jpeg({ quality: 80 })
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** A page of text as an office prints it, as PDF. */
export async function printedPaper(name: string): Promise<Paper> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setContent(`<meta charset="utf-8"><h1>${name}</h1><p>硬化村内主路六百米。</p>`);
    return { name, mimeType: 'application/pdf', buffer: await page.pdf({ format: 'A4' }) };
  } finally {
    await browser.close();
  }
}
