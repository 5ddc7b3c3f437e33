import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lookOf, TEXT_SIZES, WIDTHS, type TextSize } from '../browser/look.js';
import { settled, type Visitor } from '../browser/visitor.js';
import type { Browsers } from '../browser/browsers.js';
import { byVisitor } from '../tour/by-visitor.js';
import type { Stop } from '../tour/stop.js';

export interface Shot {
  readonly file: string;
  readonly isNew: boolean;
}

const fileOf = (folder: string, { surface, name }: Stop, width: number, text: TextSize): string =>
  join(folder, surface, `${name}.${width}${text === 'large' ? '.large' : ''}.png`);

/** One letter size after the other, one visitor after the other: a page is opened once and looked at in every width. */
export async function* takeShots(
  browsers: Browsers,
  stops: readonly Stop[],
  folder: string,
): AsyncGenerator<Shot> {
  for (const text of TEXT_SIZES)
    for (const together of byVisitor(stops)) {
      const lacking = together.filter((stop) =>
        WIDTHS.some((width) => !existsSync(fileOf(folder, stop, width, text))),
      );
      for (const stop of together.filter((one) => !lacking.includes(one)))
        for (const width of WIDTHS) yield { file: fileOf(folder, stop, width, text), isNew: false };
      if (lacking.length === 0) continue;
      const { surface, login } = lacking[0]!;
      const visitor = await browsers.visitor(surface, login, lookOf(WIDTHS[0]!, text));
      for (const stop of lacking) yield* shotsOf(visitor, stop, text, folder);
      await visitor.close();
    }
}

async function* shotsOf(visitor: Visitor, stop: Stop, text: TextSize, folder: string): AsyncGenerator<Shot> {
  const page = await visitor.open(stop.path);
  for (const width of WIDTHS) {
    const file = fileOf(folder, stop, width, text);
    await visitor.resize(page, lookOf(width, text));
    await settled(page);
    await visitor.unroll(page, lookOf(width, text));
    await settled(page);
    mkdirSync(dirname(file), { recursive: true });
    // A run that ends here leaves no half of a picture under its name.
    const halfway = `${file}.part.png`;
    await page.screenshot({ path: halfway, fullPage: true, animations: 'disabled' });
    renameSync(halfway, file);
    yield { file, isNew: true };
  }
  await page.close();
}
