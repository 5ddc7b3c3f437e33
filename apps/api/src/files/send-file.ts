import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { dispositionOf } from '@wuqing/files';
import { NothingKept, thumbnailKey, type FileStorage } from '@wuqing/file-storage';
import type { ObjectionPhotoRow, StoredFileRow } from '@wuqing/persistence';
import type { Request, Response } from 'express';
import { Problem, notFound } from '../http/problem.js';
import type { Known } from '../visibility/known.js';
import { byteRangeOf } from './byte-range.js';
import { FILE_STORAGE } from './files.tokens.js';

interface Sent {
  readonly key: string;
  readonly bytes: number;
  readonly type: string;
  readonly name: string;
  readonly tag: string;
}

/** Whatever a browser makes of it: it is saved, never opened as a page, and even then it could do nothing. */
const HARMLESS = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Sends a file that its reader may read, whole or the part that is asked for. */
@Injectable()
export class SendFile {
  constructor(@Inject(FILE_STORAGE) private readonly storage: FileStorage) {}

  content(row: Known<StoredFileRow>, request: Request, response: Response): Promise<void> {
    const { id, bytes, mediaType, name, sha256 } = row;
    return this.send(
      { key: id, bytes: bytes!, type: mediaType!, name: name!, tag: sha256! },
      request,
      response,
    );
  }

  /** Of an objection; it is called by its place alone. */
  photo(row: Known<ObjectionPhotoRow>, request: Request, response: Response): Promise<void> {
    const { id, bytes, mediaType: type, sha256, place } = row;
    const name = `照片${place + 1}.${type.slice('image/'.length)}`;
    return this.send({ key: id, bytes, type, name, tag: sha256 }, request, response);
  }

  /** The same, small; one that was kept before there were small ones goes whole. */
  async photoThumbnail(row: Known<ObjectionPhotoRow>, request: Request, response: Response): Promise<void> {
    const key = thumbnailKey(row.id);
    const bytes = await this.storage.sizeOf(key);
    if (bytes === undefined) return this.photo(row, request, response);
    await this.send({ key, bytes, ...smallOf(row.sha256) }, request, response);
  }

  async thumbnail(row: Known<StoredFileRow>, request: Request, response: Response): Promise<void> {
    if (!row.hasThumbnail) throw notFound();
    const key = thumbnailKey(row.id);
    const bytes = await this.storage.sizeOf(key);
    if (bytes === undefined) throw contentMissing();
    await this.send({ key, bytes, ...smallOf(row.sha256!) }, request, response);
  }

  private async send(sent: Sent, request: Request, response: Response): Promise<void> {
    const { key, bytes, type, name, tag } = sent;
    response.set({
      ...HARMLESS,
      'content-disposition': dispositionOf(name),
      'accept-ranges': 'bytes',
      etag: `"${tag}"`,
    });
    const range = byteRangeOf(request.headers.range, bytes);
    if (range === 'beyond') {
      response.set('content-range', `bytes */${bytes}`);
      throw new Problem(416, 'range', '范围有误', `文件共 ${bytes} 字节，请求的范围不在其中。`);
    }
    const content = await this.opened(key, range);
    response.status(range ? 206 : 200).set({
      'content-type': type,
      'content-length': String(range ? range.last - range.first + 1 : bytes),
      ...(range && { 'content-range': `bytes ${range.first}-${range.last}/${bytes}` }),
    });
    if (request.method === 'HEAD') {
      content.destroy();
      response.end();
      return;
    }
    await pipeline(content, response).catch((error: unknown) => {
      if (!response.destroyed) throw error; // else its reader went away
    });
  }

  private async opened(key: string, range: ReturnType<typeof byteRangeOf>): Promise<Readable> {
    try {
      return Readable.from(await this.storage.read(key, range === 'beyond' ? undefined : range), {
        objectMode: false,
      });
    } catch (error) {
      throw error instanceof NothingKept ? contentMissing() : error;
    }
  }
}

const smallOf = (sha256: string) =>
  ({ type: 'image/jpeg', name: 'thumbnail.jpg', tag: `${sha256}-thumbnail` }) as const;

const contentMissing = (): Problem =>
  new Problem(500, 'file-missing', '文件缺失', '这个文件的内容已丢失，请联系系统管理员从备份恢复。');
