import { mkdtempSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalFolder } from '@wuqing/file-storage';
import { fileFaults } from './check-files.js';

it('names each file once that was changed or is gone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wuqing-check-files-'));
  const storage = new LocalFolder(folder);
  const sha256 = createHash('sha256').update('as it was').digest('hex');
  await storage.keep('whole', Buffer.from('as it was'));
  await storage.keep('changed', Buffer.from('as it is'));
  const named = ['whole', 'changed', 'gone', 'gone'].map((id) => ({ caseNumber: 'QH-1', id, sha256 }));
  expect(await fileFaults(storage, named)).toEqual([
    'the file changed of QH-1 is not as it was submitted',
    'the file gone of QH-1 is missing',
  ]);
  rmSync(folder, { recursive: true });
});
