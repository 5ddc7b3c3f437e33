import { ReadableStream } from 'node:stream/web';
import { Inject, Injectable } from '@nestjs/common';
import { MemoryLocker, Server } from '@tus/server';
import { CheckerAway, type FileStorage } from '@wuqing/file-storage';
import { UnitOfWork, findOwnUpload, touchUpload, type StoredFileRow } from '@wuqing/persistence';
import type { Request, Response } from 'express';
import type { Caller } from '../access/caller.js';
import { busy, conflict, invalid, malformed, notFound, tooLarge, Problem } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { uploadAddress } from './file-view-of.js';
import { FILE_STORAGE } from './files.tokens.js';
import { ReceivedStore, type Writing } from './received-store.js';
import { SealUpload } from './sealing/seal-upload.js';

/** Headers of the tus protocol, version 1.0.0; no other reaches its server. */
const HEADERS = ['tus-resumable', 'upload-offset', 'content-type', 'content-length'] as const;

/** HEAD and PATCH of the tus protocol on an upload of the caller's own; the last byte seals it. */
@Injectable()
export class ReceiveUploadHandler {
  private readonly locker = new MemoryLocker();
  private readonly writing: Writing = new Map();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seal: SealUpload,
    private readonly clock: Clock,
    @Inject(FILE_STORAGE) private readonly storage: FileStorage,
  ) {}

  async execute(caller: Caller, id: string, request: Request, response: Response): Promise<void> {
    await this.sealed(await this.require(caller, id, request.method === 'PATCH'));
    const row = requireTaken(await this.require(caller, id, false));
    const answer = await this.answered(row, request);
    if (answer.status < 400 && request.method === 'PATCH') {
      await this.sealed(row);
      requireTaken(await this.require(caller, id, false));
    }
    if (response.headersSent || response.destroyed) return;
    answer.headers.forEach((value, name) => {
      if (!name.startsWith('access-control-')) response.setHeader(name, value);
    });
    response.status(answer.status).end();
  }

  private async require(caller: Caller, id: string, isTouched: boolean): Promise<StoredFileRow> {
    const row = await this.unitOfWork.run(caller.actor, async (work) => {
      const found = await findOwnUpload(work, id, caller.personId);
      if (found && isTouched) await touchUpload(work, id, this.clock.now());
      return found;
    });
    if (!row) throw notFound();
    return row;
  }

  private async sealed(row: StoredFileRow): Promise<void> {
    try {
      await this.seal.execute(row);
    } catch (error) {
      if (error instanceof CheckerAway)
        throw busy('病毒检查暂时不可用，文件已收到，请稍后再试，不必重新上传。');
      throw error;
    }
  }

  private async answered(row: StoredFileRow, request: Request): Promise<globalThis.Response> {
    let failure: unknown;
    const server = new Server({
      path: '/api/uploads',
      datastore: new ReceivedStore(this.storage, row, this.writing),
      locker: this.locker,
      onResponseError: (_request, error) => {
        failure = error;
        return undefined;
      },
    });
    const answer = await server.handleWeb(webRequest(request, row.id));
    if (answer.status >= 400) throw problemOf(answer.status, failure, row);
    return answer;
  }
}

function requireTaken(row: StoredFileRow): StoredFileRow {
  if (row.state === 'refused') throw invalid([{ path: '', message: row.refusal! }], row.refusal!);
  return row;
}

function webRequest(request: Request, id: string): globalThis.Request {
  const headers = new Headers();
  for (const name of HEADERS) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const isSent = request.method === 'PATCH';
  return new Request(`http://localhost${uploadAddress(id)}`, {
    method: request.method,
    headers,
    ...(isSent && { body: ReadableStream.from(request as AsyncIterable<Uint8Array>), duplex: 'half' }),
  } as RequestInit);
}

/** What the tus server refuses, in our words; what is none of its own refusals is a failure of ours. */
function problemOf(status: number, failure: unknown, { declaredBytes }: StoredFileRow): unknown {
  if (failure instanceof Error) return failure;
  if (status === 404 || status === 410) return notFound();
  if (status === 413) return tooLarge(declaredBytes);
  if (status === 409) return conflict('续传的位置与已收到的不一致，请重新查询已收到的字节数后再续传。');
  if (status === 412) return malformed('缺少请求头 Tus-Resumable: 1.0.0。');
  if (status === 400 || status === 403)
    return malformed(
      '上传请求的请求头有误，应有 Upload-Offset 和 Content-Type: application/offset+octet-stream。',
    );
  return new Problem(400, 'broken-off', '上传中断', '上传中断，已收到的部分已保存，请续传。');
}
