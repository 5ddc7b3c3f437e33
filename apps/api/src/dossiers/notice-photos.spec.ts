import { NothingKept, type FileStorage } from '@wuqing/file-storage';
import { NoticePhotos } from './notice-photos.js';

/** Keeps the small copies of these photos, in two pieces each. */
const keeping = (ids: readonly string[]): Pick<FileStorage, 'read'> => ({
  read: (key: string) => {
    const id = ids.find((one) => key === `${one}.thumbnail`);
    if (id === undefined) return Promise.reject(new NothingKept(key));
    return Promise.resolve(
      (async function* pieces() {
        yield Buffer.from(id);
        yield await Promise.resolve(Buffer.from('!'));
      })(),
    );
  },
});
const photo = (id: string) => ({ id, caption: `照片 ${id}` });

it('reads the small copies of each notice, and leaves out one that is gone', async () => {
  const read = await new NoticePhotos(keeping(['a', 'c'])).of([[photo('a'), photo('b')], [], [photo('c')]]);
  expect(read.map((pictures) => pictures.map(({ content }) => Buffer.from(content).toString()))).toEqual([
    ['a!'],
    [],
    ['c!'],
  ]);
});

it('reads no more than a paper holds', async () => {
  const ids = Array.from({ length: 70 }, (_, at) => `p${at}`);
  const [first, second] = await new NoticePhotos(keeping(ids)).of([
    ids.slice(0, 50).map(photo),
    ids.slice(50).map(photo),
  ]);
  expect([first!.length, second!.length]).toEqual([50, 10]);
});
