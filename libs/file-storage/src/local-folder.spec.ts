import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalFolder } from './local-folder.js';
import { holdsItsPromises } from './storage-promises.fixture.js';

describe('a folder of this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wuqing-folder-'));
  const storage = new LocalFolder(folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  holdsItsPromises(() => storage);

  it('is open to its owner only', async () => {
    await storage.keep('six', Buffer.from('x'));
    expect(statSync(join(folder, 'kept', 'si', 'six')).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'kept')).mode & 0o077).toBe(0);
  });
});
