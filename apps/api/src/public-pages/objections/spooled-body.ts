import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Request } from 'express';
import { busy, tooLarge } from '../../http/problem.js';
import { keepHead } from './sent-words.js';

/** Forms that are on their way, from everybody and from one address: a village's telephones may share one. */
const PLACES = { ofAll: 64, ofOne: 8 } as const;

/** Bodies are read into files: whoever sends slowly, or never ends, holds one of these and nobody's turn. */
export class SpooledBodies {
  private readonly onTheWay = new Map<string, number>();

  /**
   * Performs with the path of a file that holds the body, and removes it. `from`: the counted address. Throws 413 where more than
   * `bytesMax` comes, 503 where too many are on their way.
   */
  async take<T>(
    request: Request,
    { bytesMax, from }: { readonly bytesMax: number; readonly from: string },
    perform: (path: string) => Promise<T>,
  ): Promise<T> {
    if (Number(request.headers['content-length'] ?? 0) > bytesMax) throw tooLarge(bytesMax);
    const folder = await mkdtemp(join(tmpdir(), `wuqing-form-${process.pid}-`));
    try {
      const path = join(folder, 'body');
      await this.placed(from, () => spool(request, path, bytesMax));
      return await perform(path);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  private async placed(from: string, perform: () => Promise<void>): Promise<void> {
    const own = this.onTheWay.get(from) ?? 0;
    const all = [...this.onTheWay.values()].reduce((sum, one) => sum + one, 0);
    if (own >= PLACES.ofOne || all >= PLACES.ofAll) throw busy('正在提交的人较多，请稍等一会儿再提交一次。');
    this.onTheWay.set(from, own + 1);
    try {
      await perform();
    } finally {
      const left = this.onTheWay.get(from)! - 1;
      if (left > 0) this.onTheWay.set(from, left);
      else this.onTheWay.delete(from);
    }
  }
}

async function spool(request: Request, path: string, bytesMax: number): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    let bytes = 0;
    for await (const piece of request as AsyncIterable<Buffer>) {
      bytes += piece.length;
      keepHead(request, piece);
      if (bytes > bytesMax) throw tooLarge(bytesMax);
      await file.writeFile(piece);
    }
  } finally {
    await file.close();
  }
}
