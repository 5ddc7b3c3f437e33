import { NothingKept, WrongOffset, wholeOf, type Bytes, type FileStorage } from './file-storage.js';

/** Imported by specs only: what every storage promises. */
export function holdsItsPromises(storage: () => FileStorage): void {
  const read = async (content: Bytes): Promise<string> => Buffer.from(await wholeOf(content)).toString();
  async function* bytes(...texts: readonly string[]): Bytes {
    for (const text of texts) yield Buffer.from(text);
  }
  async function* broken(text: string): Bytes {
    yield Buffer.from(text);
    throw new Error('cut off');
  }
  const receivingIds = async (): Promise<string[]> => {
    const ids: string[] = [];
    for await (const id of storage().receiving()) ids.push(id);
    return ids.sort();
  };

  it('receives in parts, and keeps what came before a part broke off', async () => {
    expect(await storage().received('one')).toBe(0);
    expect(await storage().receive('one', 0, bytes('ab', 'c'))).toBe(3);
    await expect(storage().receive('one', 3, broken('de'))).rejects.toThrow('cut off');
    expect(await storage().received('one')).toBe(5);
    expect(await storage().receive('one', 5, bytes('f'))).toBe(6);
    expect(await read(storage().readReceived('one'))).toBe('abcdef');
  });

  it('goes on at the byte where it is, and nowhere else', async () => {
    await storage().receive('two', 0, bytes('abc'));
    for (const offset of [0, 2, 4])
      await expect(storage().receive('two', offset, bytes('x'))).rejects.toThrow(WrongOffset);
    expect(await read(storage().readReceived('two'))).toBe('abc');
  });

  it('keeps what was received, as often as it is asked, until it is removed', async () => {
    await storage().receive('three', 0, bytes('content'));
    await storage().keepReceived('three', 'three');
    await storage().keepReceived('three', 'three');
    expect(await storage().received('three')).toBe(7);
    await storage().forgetReceived('three');
    await storage().forgetReceived('three');
    expect([await storage().received('three'), await storage().sizeOf('three')]).toEqual([0, 7]);
    expect(await read(await storage().read('three', { first: 1, last: 3 }))).toBe('ont');
    await storage().remove('three');
    await storage().remove('three');
    expect(await storage().sizeOf('three')).toBe(undefined);
    await expect(storage().read('three')).rejects.toThrow(NothingKept);
  });

  it('keeps content that is handed over', async () => {
    await storage().keep('four.thumbnail', Buffer.from('small'));
    await storage().keep('four.thumbnail', Buffer.from('other'));
    expect(await read(await storage().read('four.thumbnail'))).toBe('other');
  });

  it('knows what is on its way', async () => {
    await storage().receive('five', 0, bytes('x'));
    expect(await receivingIds()).toContain('five');
    await storage().forgetReceived('five');
    expect(await receivingIds()).not.toContain('five');
  });

  it.each(['../one', 'a/b', '', '.hidden', 'A', 'a\0b', `${'a'.repeat(200)}`])(
    'takes no key %j',
    async (key) => {
      await expect(storage().keep(key, Buffer.from('x'))).rejects.toThrow('Expected a key');
      await expect(storage().received(key)).rejects.toThrow('Expected a key');
    },
  );
}
