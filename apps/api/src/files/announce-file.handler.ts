import { Injectable } from '@nestjs/common';
import { faultOfClaim, refusal, type FileRule } from '@wuqing/files';
import { shownSize } from '@wuqing/kernel';
import {
  UnitOfWork,
  insertOrFindUpload,
  insertOrigin,
  openUploadsOf,
  openUploadsOfField,
  type StoredFileRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { keyUsedOtherwise } from '../commands/command-sender.js';
import { conflict, invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { bodyHashOf, commandIdOf } from '../platform/fingerprint.js';
import { TaskReader, type SeenTask } from '../user-tasks/task-reader.js';
import { VisibleFiles } from '../visibility/visible-files.js';
import type { NewFileDto } from './dto/new-file.dto.js';
import type { UploadView } from './dto/file.view.js';
import { FieldRules } from './field-rules.js';
import { uploadViewOf } from './file-view-of.js';

const MB = 1_048_576;
/** What one person may have lying about that nothing is submitted with. */
const OPEN_FILES_MAX = 200;
const OPEN_BYTES_MAX = 2_048 * MB;

/** A file is announced before a byte of it comes: who may send it, what for, how large. */
@Injectable()
export class AnnounceFileHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskReader,
    private readonly rules: FieldRules,
    private readonly files: VisibleFiles,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, taskId: string, key: string, body: NewFileDto): Promise<UploadView> {
    const row = await this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.tasks.requireFree(work, caller, taskId, 'user-task.complete');
      const rule = await this.allowed(seen, body);
      return this.keep(work, caller, { seen, rule, key, body });
    });
    return uploadViewOf(this.files.own(caller, row), caller.personId, 0);
  }

  private async allowed({ row, definition }: SeenTask, { field, bytes }: NewFileDto): Promise<FileRule> {
    if (row.state !== 'open') throw conflict('该任务已办结或撤回，不能再上传文件，请刷新待办。');
    const rule = await this.rules.of(definition, row.formKey, field);
    if (!rule)
      throw invalid([{ path: '/field', message: '此步骤的表单没有这个文件栏，请刷新页面后再上传。' }]);
    const fault = faultOfClaim(bytes, rule);
    if (fault !== undefined) throw invalid([{ path: '/bytes', message: fault }]);
    return rule;
  }

  private async keep(work: Work, caller: Caller, wish: Wish): Promise<StoredFileRow> {
    const { seen, rule, key, body } = wish;
    const now = this.clock.now();
    const requestHash = bodyHashOf({ ...body, ...(body.origin && { origin: { ...body.origin } }) });
    const { row, fresh } = await insertOrFindUpload(
      work,
      {
        id: commandIdOf(caller.personId, `user-tasks/${seen.row.id}/files`, key),
        caseId: seen.row.caseId,
        unitId: seen.row.unitId,
        userTaskId: seen.row.id,
        field: body.field,
        ownerId: caller.personId,
        requestHash,
        originalName: body.name,
        declaredBytes: body.bytes,
        rule,
      },
      now,
    );
    if (row.requestHash !== requestHash) throw keyUsedOtherwise();
    if (fresh) await this.requireRoom(work, caller, row, rule);
    if (fresh && body.origin) await insertOrigin(work, row, originOf(body.origin));
    return row;
  }

  /** Asked with the new one counted in: what is refused is undone. */
  private async requireRoom(
    work: Work,
    caller: Caller,
    { userTaskId, field }: StoredFileRow,
    rule: FileRule,
  ): Promise<void> {
    if ((await openUploadsOfField(work, userTaskId!, field)) > rule.countMax)
      throw invalid([{ path: '/field', message: refusal.tooMany(rule) }]);
    const { count, bytes } = await openUploadsOf(work, caller.personId);
    if (count > OPEN_FILES_MAX || bytes > OPEN_BYTES_MAX)
      throw conflict(
        `您已上传而未提交的文件过多（上限 ${OPEN_FILES_MAX} 个、共 ${shownSize(OPEN_BYTES_MAX)}），请先提交或删除一部分。`,
      );
  }
}

interface Wish {
  readonly seen: SeenTask;
  readonly rule: FileRule;
  readonly key: string;
  readonly body: NewFileDto;
}

const originOf = ({ takenAt, latitude, longitude, sha256 }: NonNullable<NewFileDto['origin']>) => ({
  takenAt: takenAt ?? null,
  latitude: latitude ?? null,
  longitude: longitude ?? null,
  source: 'device' as const,
  originalSha256: sha256 ?? null,
});
