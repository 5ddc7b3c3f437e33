import { Inject, Injectable } from '@nestjs/common';
import type { FileStorage } from '@wuqing/file-storage';
import { UnitOfWork, type StoredFileRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import type { Known } from '../visibility/known.js';
import { VisibleFiles } from '../visibility/visible-files.js';
import type { UploadListView, UploadView } from './dto/file.view.js';
import { uploadViewOf } from './file-view-of.js';
import { FILE_STORAGE } from './files.tokens.js';

/** How far uploads have come. */
@Injectable()
export class ReadUploadQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: VisibleFiles,
    @Inject(FILE_STORAGE) private readonly storage: FileStorage,
  ) {}

  async execute(caller: Caller, id: string): Promise<UploadView> {
    const row = await this.unitOfWork.run(caller.actor, (work) => this.files.ownUpload(work, caller, id));
    if (!row) throw notFound();
    return this.view(caller, row);
  }

  /** What lies ready for a step, whoever of its holders has sent it. */
  async ofTask(caller: Caller, taskId: string): Promise<UploadListView> {
    const rows = await this.unitOfWork.run(caller.actor, (work) => this.files.ofTask(work, caller, taskId));
    if (!rows) throw notFound();
    const items: UploadView[] = [];
    for (const row of rows) items.push(await this.view(caller, row));
    return { items };
  }

  private async view(caller: Caller, row: Known<StoredFileRow>): Promise<UploadView> {
    const offset = row.state === 'receiving' ? await this.storage.received(row.id) : 0;
    return uploadViewOf(row, caller.personId, offset);
  }
}
