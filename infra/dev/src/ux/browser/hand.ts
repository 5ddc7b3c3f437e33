import type { Locator, Page } from 'playwright-core';

/** Counts what somebody does with the finger or the mouse; what is typed is not counted. */
export class Hand {
  times = 0;

  constructor(private readonly isTouch: boolean) {}

  async tap(what: Locator): Promise<void> {
    this.times += 1;
    await (this.isTouch ? what.tap() : what.click());
  }

  /** A photo: the button that opens the camera; what the camera itself asks is the telephone's. */
  async photograph(input: Locator, picture: Buffer): Promise<void> {
    this.times += 1;
    await input.setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: picture });
  }

  /** One stroke of a signature. */
  async sign(page: Page, paper: Locator): Promise<void> {
    this.times += 1;
    await paper.scrollIntoViewIfNeeded();
    const box = await paper.boundingBox();
    if (!box) throw new Error('Expected a place to sign, found none');
    await page.mouse.move(box.x + 60, box.y + 50);
    await page.mouse.down();
    for (let at = 1; at <= 20; at += 1)
      await page.mouse.move(box.x + 60 + at * 8, box.y + 50 + (at % 2) * 40);
    await page.mouse.up();
  }
}
