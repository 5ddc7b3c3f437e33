import { appendFileSync, chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedPrograms, keepPrograms, programsFolder } from './cached-programs.js';

describe('kept programs', () => {
  let cache: string;
  const fill = async (folder: string): Promise<void> => {
    for (const name of ['server', 'sql']) {
      writeFileSync(join(folder, name), `program ${name}`);
      chmodSync(join(folder, name), 0o755);
    }
  };

  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'wuqing-cache-'));
  });
  afterEach(() => rmSync(cache, { recursive: true, force: true }));

  it('are found again', async () => {
    expect(await cachedPrograms(cache)).toBeNull();
    const kept = await keepPrograms(cache, fill);
    expect(await cachedPrograms(cache)).toEqual(kept);
    expect(kept.server).toBe(join(programsFolder(cache), 'server'));
  });

  it('that were changed or cut short afterwards do not count', async () => {
    const { server } = await keepPrograms(cache, fill);
    appendFileSync(server, '!');
    expect(await cachedPrograms(cache)).toBeNull();
    await keepPrograms(cache, fill);
    rmSync(server);
    expect(await cachedPrograms(cache)).toBeNull();
  });

  it('are there wholly or not at all', async () => {
    const half = async (folder: string): Promise<void> => {
      await fill(folder);
      rmSync(join(folder, 'sql'));
    };
    await expect(keepPrograms(cache, half)).rejects.toThrow('sql');
    expect(readdirSync(cache)).toEqual([]);
  });

  it('must be executable', async () => {
    const plain = async (folder: string): Promise<void> => {
      await fill(folder);
      chmodSync(join(folder, 'server'), 0o644);
    };
    await expect(keepPrograms(cache, plain)).rejects.toThrow('Expected server to be executable');
  });

  it('stay as they were when a new attempt fails', async () => {
    const kept = await keepPrograms(cache, fill);
    await expect(keepPrograms(cache, () => Promise.reject(new Error('no way')))).rejects.toThrow('no way');
    expect(await cachedPrograms(cache)).toEqual(kept);
  });
});
