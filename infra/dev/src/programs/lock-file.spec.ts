import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock-file.js';

describe('a lock file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wuqing-lock-'));
  const file = join(folder, 'cache', 'temporal.lock');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lets one at a time through, and the second is told that it waits', async () => {
    const order: string[] = [];
    let finishFirst = (): void => undefined;
    const first = withLock(
      file,
      () => order.push('first waits'),
      async () => {
        order.push('first begins');
        await new Promise<void>((resolve) => (finishFirst = resolve));
        order.push('first ends');
      },
    );
    const waits = (): void => {
      order.push('second waits');
      finishFirst();
    };
    await Promise.all([first, withLock(file, waits, async () => order.push('second begins'))]);
    expect(order).toEqual(['first begins', 'second waits', 'first ends', 'second begins']);
    expect(existsSync(file)).toBe(false);
  });

  it('is given back when the work fails', async () => {
    await expect(
      withLock(
        file,
        () => undefined,
        () => Promise.reject(new Error('broken')),
      ),
    ).rejects.toThrow('broken');
    expect(existsSync(file)).toBe(false);
  });

  it('does not stay with a holder that was killed', async () => {
    writeFileSync(file, `${process.pid}\nan earlier process of this number\n`);
    expect(
      await withLock(
        file,
        () => undefined,
        async () => 'through',
      ),
    ).toBe('through');
  });
});
