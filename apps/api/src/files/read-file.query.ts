import { Injectable } from '@nestjs/common';
import { UnitOfWork, systemActor, type StoredFileRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { CaseReader } from '../visibility/case-reader.js';
import type { Known } from '../visibility/known.js';
import { VisibleFiles } from '../visibility/visible-files.js';
import type { FileListView, FileView } from './dto/file.view.js';
import { fileViewOf } from './file-view-of.js';

const PUBLIC = systemActor('public-pages');

/** Files that the caller may read; every other one is not there. */
@Injectable()
export class ReadFileQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: VisibleFiles,
    private readonly cases: CaseReader,
    private readonly clock: Clock,
  ) {}

  async row(caller: Caller, id: string): Promise<Known<StoredFileRow>> {
    return (await this.require(caller, id)).row;
  }

  async facts(caller: Caller, id: string): Promise<FileView> {
    return fileViewOf(await this.require(caller, id));
  }

  async ofCase(caller: Caller, id: string): Promise<FileListView> {
    const files = await this.unitOfWork.run(caller.actor, async (work) =>
      this.files.ofCase(work, caller, await this.cases.require(work, caller, id)),
    );
    return { items: files.map(fileViewOf) };
  }

  /** Of a notice that hangs, or has hung. */
  async publicRow(id: string): Promise<Known<StoredFileRow>> {
    const row = await this.unitOfWork.run(PUBLIC, (work) => this.files.ofNotices(work, id, this.clock.now()));
    if (!row) throw notFound();
    return row;
  }

  private async require(caller: Caller, id: string) {
    const seen = await this.unitOfWork.run(caller.actor, (work) => this.files.file(work, caller, id));
    if (!seen) throw notFound();
    return seen;
  }
}
