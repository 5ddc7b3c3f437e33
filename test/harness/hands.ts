import { required, type Json } from '@wuqing/kernel';
import type { Locator, Page } from 'playwright-core';
import type { Write } from './fill-form.js';

export const type: Write = ({ control, value }) => control.fill(String(value));
export const typeMoney: Write = ({ control, value }) => control.fill(String(Number(value) / 100));
export const typeLines: Write = ({ control, value }) => control.fill((value as readonly string[]).join('\n'));

/** The names of whom a field lets one choose: of one person, or of several. */
export const namesOf = (value: Json): string[] =>
  ([value].flat() as unknown as readonly { readonly name: string }[]).map(({ name }) => name);

/** So many files of the field are at the server. */
export const arrived = (field: Locator, count: number): Promise<void> =>
  field
    .getByText('已上传')
    .nth(count - 1)
    .waitFor();

/** A signature in a few strokes, with the mouse or with a finger that Chromium takes for one. */
export async function sign(page: Page, paper: Locator): Promise<void> {
  await paper.scrollIntoViewIfNeeded();
  const box = required((await paper.boundingBox()) ?? undefined, 'a place to sign');
  await page.mouse.move(box.x + 60, box.y + 50);
  await page.mouse.down();
  for (let at = 1; at <= 20; at += 1) await page.mouse.move(box.x + 60 + at * 8, box.y + 50 + (at % 2) * 40);
  await page.mouse.up();
}
