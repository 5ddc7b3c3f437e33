import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveLines, verifiedArchive, writeArchive, type ArchiveLine } from './archive.js';

const head: ArchiveLine = ['wuqing-backup', 1, { takenAt: '2026-11-29T12:00:00.000Z', migrations: ['a'] }];
const archived = { key: 'a', sha256: 'ab'.repeat(32), isBound: true, caseNumber: 'QH-1' };
const lines: readonly ArchiveLine[] = [
  head,
  ['table', 'one', []],
  '(1)',
  '(2)',
  ['table', 'two', []],
  ['file', archived],
];

async function* each(given: Iterable<ArchiveLine>): AsyncGenerator<ArchiveLine> {
  yield* given;
}

describe('an archive', () => {
  let folder: string;
  let file: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'archive-'));
    file = join(folder, 'a.backup');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds its lines, and says how many rows each table has and which files there are', async () => {
    await writeArchive(file, each(lines));
    const read: ArchiveLine[] = [];
    for await (const line of archiveLines(file)) read.push(line);
    expect(read.slice(0, -1)).toEqual(lines);
    expect(await verifiedArchive(file)).toEqual({
      head: head[2],
      secrets: undefined,
      rows: { one: 2, two: 0 },
      files: [archived],
    });
  });

  it('that was cut is none', async () => {
    await writeArchive(file, each(lines));
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length - 20));
    await expect(verifiedArchive(file)).rejects.toThrow(file);
  });

  it('that cannot be written ends with the reason, and asks for no further row', async () => {
    let asked = 0;
    function* endless(): Generator<ArchiveLine> {
      yield head;
      for (; asked < 100_000; asked += 1) yield randomBytes(1_000).toString('hex');
    }
    await expect(writeArchive(join(folder, 'missing', 'a.backup'), each(endless()))).rejects.toThrow(
      'ENOENT',
    );
    expect(asked).toBeLessThan(100_000);
  });

  it('ends with what went wrong while its lines were read', async () => {
    async function* broken(): AsyncGenerator<ArchiveLine> {
      yield head;
      throw new Error('Expected a database');
    }
    // Often, since what was begun and not waited for is sometimes in time.
    for (const begun of Array.from({ length: 30 }, (_, n) => join(folder, `broken-${n}.backup`))) {
      await expect(writeArchive(begun, broken())).rejects.toThrow('Expected a database');
      // It is there and closed: nothing makes it again behind whoever takes it away.
      expect(existsSync(begun)).toBe(true);
    }
  });
});
