import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalFolder } from '@wuqing/file-storage';
import fc from 'fast-check';
import type { ArchivedFile } from './archive.js';
import { carried } from './carried-files.js';
import { putFilesBack, unrestorableFiles } from './put-files-back.js';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('files', () => {
  let folder: string;
  let beside: LocalFolder;
  let storage: LocalFolder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wuqing-carried-'));
    beside = new LocalFolder(join(folder, 'beside'));
    storage = new LocalFolder(join(folder, 'storage'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (key: string, text: string | null, isBound = true): ArchivedFile => ({
    key,
    sha256: text === null ? null : hashOf(text),
    isBound,
    caseNumber: 'QH-1',
  });
  const keep = (where: LocalFolder, key: string, text: string) => where.keep(key, Buffer.from(text));
  const pathOf = (where: string, key: string) => join(folder, where, 'kept', key.slice(0, 2), key);
  const textIn = (where: string, key: string) => readFileSync(pathOf(where, key), 'utf8');

  it('are copied once, whole, and nothing of them stays on its way', async () => {
    await keep(storage, 'ab', 'as it was');
    expect(await carried(storage, beside, file('ab', 'as it was'))).toEqual({ sha256: hashOf('as it was') });
    expect(textIn('beside', 'ab')).toBe('as it was');
    expect(readdirSync(join(folder, 'beside', 'received'))).toEqual([]);
    rmSync(join(folder, 'beside', 'received'), { recursive: true });
    expect(await carried(storage, beside, file('ab', 'as it was'))).toEqual({ sha256: hashOf('as it was') });
    expect(readdirSync(join(folder, 'beside'))).toEqual(['kept']);
  });

  it('that are not as they were submitted are not copied', async () => {
    await keep(storage, 'ab', 'as it is');
    expect(await carried(storage, beside, file('ab', 'as it was'))).toEqual({ fault: 'changed' });
    expect(await carried(storage, beside, file('cd', 'gone'))).toEqual({ fault: 'missing' });
    expect([await beside.sizeOf('ab'), await beside.sizeOf('cd')]).toEqual([undefined, undefined]);
  });

  it('take the place of a damaged copy of the same size, and of no good one', async () => {
    await keep(storage, 'ab', 'as it was');
    await keep(beside, 'ab', 'AS IT WAS');
    expect(await carried(storage, beside, file('ab', 'as it was'))).toEqual({ sha256: hashOf('as it was') });
    expect(textIn('beside', 'ab')).toBe('as it was');
    rmSync(pathOf('storage', 'ab'));
    await keep(storage, 'ab', 'damaged!!');
    expect(await carried(storage, beside, file('ab', 'as it was'))).toEqual({ sha256: hashOf('as it was') });
    expect(textIn('beside', 'ab')).toBe('as it was');
  });

  it('that are damaged in both places are named, and nothing takes the place of the other', async () => {
    await keep(storage, 'ab', 'damaged 1');
    await keep(beside, 'ab', 'damaged 2');
    expect(await carried(storage, beside, file('ab', 'as it was'))).toEqual({ fault: 'changed' });
    expect(textIn('beside', 'ab')).toBe('damaged 2');
  });

  it('of which no hash is known get the one of what is copied', async () => {
    await keep(storage, 'ab.thumbnail', 'small');
    const copy = await carried(storage, beside, file('ab.thumbnail', null, false));
    expect(copy).toEqual({ sha256: hashOf('small') });
  });

  it('go on where a copy was killed', async () => {
    await keep(storage, 'ab', 'as it was');
    async function* cut() {
      yield Buffer.from('as');
    }
    await beside.receive('carried-ab', 0, cut());
    expect(await carried(storage, beside, file('ab', 'as it was'))).toEqual({ sha256: hashOf('as it was') });
    expect(textIn('beside', 'ab')).toBe('as it was');
  });

  it('are named where neither place has them as they were submitted', async () => {
    await keep(beside, 'ab', 'damaged');
    await keep(storage, 'cd', 'there');
    const files = [
      file('ab', 'as it was'),
      file('cd', 'there'),
      file('ef', 'gone'),
      file('01', 'gone draft', false),
    ];
    expect(await unrestorableFiles(files, beside, storage)).toEqual([
      'the file ab of QH-1 is not as it was submitted',
      'the file ef of QH-1 is missing',
    ]);
  });

  it('are put back as they were, whatever stands there, and only a good copy takes the place of another', async () => {
    const states = fc.constantFrom('none', 'good', 'bad');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(states, states), { maxLength: 6 }), async (drawn) => {
        for (const where of ['beside', 'storage'])
          rmSync(join(folder, where), { recursive: true, force: true });
        const files = drawn.map((_one, at) => file(`k${at}`, `good ${at}`));
        for (const [at, [first, second]] of drawn.entries()) {
          if (first !== 'none') await keep(beside, `k${at}`, `${first} ${at}`);
          if (second !== 'none') await keep(storage, `k${at}`, `${second} ${at}`);
        }
        const { found, copied } = await putFilesBack(files, beside, storage);
        expect(found).toBe(drawn.filter(([, second]) => second === 'good').length);
        expect(copied).toBe(drawn.filter(([first, second]) => first === 'good' && second !== 'good').length);
        for (const [at, [first, second]] of drawn.entries()) {
          const kept = second === 'good' || first === 'good' ? 'good' : second;
          if (kept === 'none') expect(await storage.sizeOf(`k${at}`)).toBeUndefined();
          else expect(textIn('storage', `k${at}`)).toBe(`${kept} ${at}`);
        }
      }),
      { numRuns: 40 },
    );
  });
});
