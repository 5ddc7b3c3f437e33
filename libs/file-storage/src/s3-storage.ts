import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Readable } from 'node:stream';
import {
  NothingKept,
  WrongOffset,
  requireKey,
  type ByteRange,
  type Bytes,
  type FileStorage,
} from './file-storage.js';

export interface S3Settings {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What has come is put away in pieces of at most so much: what a kill loses is sent again. */
const PIECE_BYTES = 1_048_576;
const PLACES = 15;

interface Piece {
  readonly key: string;
  readonly offset: number;
  readonly bytes: number;
}

/**
 * Objects of one bucket: `kept/<key>` for good, and of what is on its way an object for each piece, named by the byte at which
 * it begins. Any number of processes may receive; what one has put away another goes on from.
 */
export class S3Storage implements FileStorage {
  readonly description: string;
  private readonly client: S3Client;

  constructor(private readonly settings: S3Settings) {
    const { endpoint, region, bucket, accessKeyId, secretAccessKey } = settings;
    this.description = `the bucket ${bucket} at ${new URL(endpoint).host}`;
    this.client = new S3Client({
      endpoint,
      region,
      forcePathStyle: true,
      credentials: { accessKeyId, secretAccessKey },
      // Older services do not know the newer checksums.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async received(id: string): Promise<number> {
    const pieces = await this.pieces(id);
    return pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  async receive(id: string, offset: number, source: Bytes): Promise<number> {
    const found = await this.received(id);
    if (found !== offset) throw new WrongOffset(found, offset);
    let at = offset;
    const putAway = async (piece: Uint8Array): Promise<void> => {
      await this.put(`${receivedPrefix(id)}${String(at).padStart(PLACES, '0')}`, piece);
      at += piece.length;
    };
    await inPieces(source, PIECE_BYTES, putAway);
    return at;
  }

  async *readReceived(id: string): Bytes {
    for (const { key } of await this.pieces(id)) yield* await this.body(key);
  }

  async keepReceived(id: string, key: string): Promise<void> {
    const Body = Readable.from(this.readReceived(id));
    await new Upload({
      client: this.client,
      params: { Bucket: this.settings.bucket, Key: keptKey(key), Body },
    }).done();
  }

  async forgetReceived(id: string): Promise<void> {
    const { bucket: Bucket } = this.settings;
    for (const part of portions(await this.pieces(id), 500))
      await this.client.send(
        new DeleteObjectsCommand({ Bucket, Delete: { Objects: part.map(({ key }) => ({ Key: key })) } }),
      );
  }

  async *receiving(): AsyncIterable<string> {
    const ids = new Set<string>();
    for await (const { key } of this.listed('received/')) ids.add(key.split('/')[1]!);
    yield* ids;
  }

  async keep(key: string, content: Uint8Array): Promise<void> {
    await this.put(keptKey(key), content);
  }

  async sizeOf(key: string): Promise<number | undefined> {
    try {
      const { bucket: Bucket } = this.settings;
      const head = await this.client.send(new HeadObjectCommand({ Bucket, Key: keptKey(key) }));
      return head.ContentLength ?? 0;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  async read(key: string, range?: ByteRange): Promise<Bytes> {
    try {
      return await this.body(keptKey(key), range);
    } catch (error) {
      if (error instanceof NoSuchKey) throw new NothingKept(key);
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    const { bucket: Bucket } = this.settings;
    await this.client.send(new DeleteObjectCommand({ Bucket, Key: keptKey(key) }));
  }

  /** Of an upload, in order, as far as they follow each other without a gap. */
  private async pieces(id: string): Promise<Piece[]> {
    const pieces: Piece[] = [];
    let at = 0;
    for await (const { key, bytes } of this.listed(receivedPrefix(id))) {
      const offset = Number(key.slice(-PLACES));
      if (offset !== at) continue;
      pieces.push({ key, offset, bytes });
      at += bytes;
    }
    return pieces;
  }

  private async *listed(prefix: string): AsyncIterable<Pick<Piece, 'key' | 'bytes'>> {
    let token: string | undefined;
    do {
      const page = await this.client.send(
        new ListObjectsV2Command({
          Bucket: this.settings.bucket,
          Prefix: prefix,
          ...(token !== undefined && { ContinuationToken: token }),
        }),
      );
      for (const { Key, Size } of page.Contents ?? []) yield { key: Key!, bytes: Size ?? 0 };
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  private async put(key: string, content: Uint8Array): Promise<void> {
    const { bucket: Bucket } = this.settings;
    await this.client.send(
      new PutObjectCommand({ Bucket, Key: key, Body: content, ContentLength: content.length }),
    );
  }

  private async body(key: string, range?: ByteRange): Promise<Bytes> {
    const Range = range && `bytes=${range.first}-${range.last}`;
    const { bucket: Bucket } = this.settings;
    const { Body } = await this.client.send(
      new GetObjectCommand({ Bucket, Key: key, ...(Range !== undefined && { Range }) }),
    );
    return Body as Readable;
  }
}

const receivedPrefix = (id: string): string => `received/${requireKey(id)}/`;
const keptKey = (key: string): string => `kept/${requireKey(key)}`;

const portions = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** Hands on whole pieces, and at the end, also where the source breaks off, what is left. */
async function inPieces(
  source: Bytes,
  size: number,
  handOn: (piece: Uint8Array) => Promise<void>,
): Promise<void> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (bytes === 0) return;
    const piece = Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
    await handOn(piece);
  };
  try {
    for await (const part of source) {
      waiting.push(part);
      bytes += part.length;
      if (bytes >= size) await flush();
    }
  } finally {
    await flush();
  }
}
