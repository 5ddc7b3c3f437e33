import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseChecksums, sha256Of } from './checksums.js';

const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('checksums', () => {
  it('of a file are SHA-256 (FIPS 180-2, example B.1)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wuqing-checksums-'));
    writeFileSync(join(folder, 'abc'), 'abc');
    expect(await sha256Of(join(folder, 'abc'))).toBe(ABC);
    rmSync(folder, { recursive: true });
  });

  it('are read as sha256sum writes them, and nothing else is', () => {
    const text = `${ABC}  a.tar.gz\n${ABC.toUpperCase()} *b.tar.gz\r\n${ABC.slice(1)}  short\n<html>no</html>\n\n`;
    expect([...parseChecksums(text)]).toEqual([
      ['a.tar.gz', ABC],
      ['b.tar.gz', ABC],
    ]);
  });
});
