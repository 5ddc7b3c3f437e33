import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { cacheFolder, provideS3Server, startS3Server, type RunningS3Server } from '@wuqing/dev-runtime';
import { wholeOf, type Bytes } from './file-storage.js';
import { S3Storage } from './s3-storage.js';
import { holdsItsPromises } from './storage-promises.fixture.js';

const BUCKET = 'wuqing';
const MEGABYTE = 1_048_576;

/** On a real S3 server, which the spec starts (the first time it is built: some minutes). */
describe('the S3 storage', () => {
  let server: RunningS3Server;
  let storage: S3Storage;

  const opened = (): S3Storage => {
    const { endpoint, region, accessKeyId, secretAccessKey } = server;
    return new S3Storage({ endpoint, region, bucket: BUCKET, accessKeyId, secretAccessKey });
  };

  beforeAll(async () => {
    const program = await provideS3Server(cacheFolder(process.env), process.env);
    server = await startS3Server(program, mkdtempSync(join(tmpdir(), 'wuqing-s3-')));
    const { endpoint, region, accessKeyId, secretAccessKey } = server;
    const credentials = { accessKeyId, secretAccessKey };
    const client = new S3Client({ endpoint, region, forcePathStyle: true, credentials });
    await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
    client.destroy();
    storage = opened();
  }, 900_000);

  afterAll(async () => server?.stop(), 30_000);

  holdsItsPromises(() => storage);

  it('goes on where another process was cut, also after the server was killed, and keeps every byte', async () => {
    const content = randomBytes(7 * MEGABYTE + 12_345);
    async function* upTo(from: number, to: number): Bytes {
      for (let at = from; at < to; at += 65_536) yield content.subarray(at, Math.min(at + 65_536, to));
    }
    async function* cut(to: number): Bytes {
      yield* upTo(0, to);
      throw new Error('cut off');
    }
    await expect(storage.receive('large', 0, cut(3 * MEGABYTE + 77))).rejects.toThrow('cut off');
    await server.process.kill();
    await server.process.start();
    const at = await opened().received('large');
    expect(at).toBe(3 * MEGABYTE + 77);
    await opened().receive('large', at, upTo(at, content.length));
    await storage.keepReceived('large', 'large');
    await storage.forgetReceived('large');
    expect(await storage.sizeOf('large')).toBe(content.length);
    expect(Buffer.compare(await wholeOf(await storage.read('large')), content)).toBe(0);
    const { first, last } = { first: 6 * MEGABYTE - 3, last: 6 * MEGABYTE + 3 };
    const middle = await wholeOf(await storage.read('large', { first, last }));
    expect(Buffer.compare(middle, content.subarray(first, last + 1))).toBe(0);
  }, 60_000);

  it('lists what is on its way also where it fills more than one page', async () => {
    const ids = Array.from({ length: 1_005 }, (_, at) => `many-${String(at).padStart(4, '0')}`);
    async function* one(): Bytes {
      yield Buffer.from('x');
    }
    for (let at = 0; at < ids.length; at += 50)
      await Promise.all(ids.slice(at, at + 50).map((id) => storage.receive(id, 0, one())));
    const found: string[] = [];
    for await (const id of storage.receiving()) if (id.startsWith('many-')) found.push(id);
    expect(found.sort()).toEqual(ids);
  }, 120_000);

  it('says that the bucket is not to be had', async () => {
    const { endpoint, region, accessKeyId } = server;
    const other = new S3Storage({ endpoint, region, bucket: BUCKET, accessKeyId, secretAccessKey: 'wrong' });
    await expect(other.keep('x', Buffer.from('x'))).rejects.toThrow();
    await expect(other.sizeOf('x')).rejects.toThrow();
  });
});
