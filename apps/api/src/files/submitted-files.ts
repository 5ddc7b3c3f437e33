import { Injectable } from '@nestjs/common';
import { fileRuleOf, mediaTypes, refusal, type FileRule } from '@wuqing/files';
import { filesIn, levelOfField, type FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import {
  letGoOfFiles,
  takeFilesOfCase,
  type StoredFileRow,
  type SubmittedFile,
  type Statements,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { invalid, type FieldProblem } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import type { SeenTask } from '../user-tasks/task-reader.js';
import { VisibleFiles } from '../visibility/visible-files.js';

/** The files that a submission names: each must be what its sender saw, fit its field, and be his to submit. */
@Injectable()
export class SubmittedFiles {
  constructor(
    private readonly files: VisibleFiles,
    private readonly clock: Clock,
  ) {}

  /** From now on the command needs them. Throws a 422 that names each place, and leaves them as they were. */
  async of(
    work: Statements,
    caller: Caller,
    { row: task }: SeenTask,
    { form, submission, commandId }: Submitted,
  ): Promise<SubmittedFile[]> {
    const places = form ? placesIn(form, submission) : [];
    if (places.length === 0) return [];
    const ids = [...new Set(places.map(({ id }) => id))];
    const now = this.clock.now();
    const rows = await takeFilesOfCase(work, { caseId: task.caseId, ids, commandId, now });
    const problems: FieldProblem[] = [];
    for (const place of places) {
      const row = rows.find(({ id }) => id === place.id);
      const isFirst = places.find(({ id }) => id === place.id) === place;
      const fault = isFirst ? await this.faultOf(work, caller, { task, place, row }) : TWICE;
      if (fault !== undefined) problems.push({ path: place.path, message: fault });
    }
    if (problems.length > 0) {
      await letGoOfFiles(work, commandId);
      throw invalid(problems);
    }
    return places.map(({ id, sha256, path, levels }) => ({ id, sha256, path, levels }));
  }

  private async faultOf(
    work: Statements,
    caller: Caller,
    { task, place, row }: Asked,
  ): Promise<string | undefined> {
    if (!row || !(await this.isHisToSubmit(work, caller, task.id, row))) return GONE;
    if (row.sha256 !== place.sha256) return CHANGED;
    if (row.userTaskId === task.id && row.field !== place.field) return OTHER_FIELD;
    if (row.bytes! > place.rule.bytesMax) return refusal.tooLarge(place.rule);
    const fits = place.rule.accept.some((name) => mediaTypes[name].type === row.mediaType);
    return fits ? undefined : refusal.otherType(place.rule);
  }

  /** Sent for this step, or submitted in this case before where he reads it. */
  private async isHisToSubmit(
    work: Statements,
    caller: Caller,
    taskId: string,
    row: StoredFileRow,
  ): Promise<boolean> {
    if (row.userTaskId === taskId && !row.isBound) return true;
    return row.isBound && (await this.files.file(work, caller, row.id)) !== undefined;
  }
}

const GONE = '没有找到这个文件，可能尚未传完，或者上传后超过一天未提交已被清理，请重新上传。';
const CHANGED = '文件与上传时的内容不一致，请刷新页面后重新选择。';
const OTHER_FIELD = '这个文件是为另一栏上传的，请在本栏重新上传。';
const TWICE = '同一个文件不能提交两次，请删除重复的。';

interface Place {
  readonly id: string;
  readonly sha256: string;
  readonly path: string;
  readonly field: string;
  readonly levels: readonly string[];
  readonly rule: FileRule;
}

interface Submitted {
  readonly form: FormDefinition | null;
  readonly submission: JsonObject;
  readonly commandId: string;
}

interface Asked {
  readonly task: SeenTask['row'];
  readonly place: Place;
  readonly row: StoredFileRow | undefined;
}

function placesIn(form: FormDefinition, submission: JsonObject): Place[] {
  return filesIn(form, submission).flatMap(({ field, files }) =>
    files.map(({ id, sha256 }, index) => ({
      id: id.toLowerCase(),
      sha256,
      path: `/${field.key}/${index}`,
      field: field.key,
      levels: [levelOfField(form, field.key)],
      rule: fileRuleOf(field, Number.MAX_SAFE_INTEGER),
    })),
  );
}
