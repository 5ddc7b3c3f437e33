import { Injectable } from '@nestjs/common';
import { isReaderLevel, publicFields } from '@wuqing/forms';
import { mayRead, type Resource } from '@wuqing/access';
import {
  boundFilesOfCase,
  findKeptFile,
  findNotice,
  findOwnUpload,
  findUserTask,
  noticesWithFile,
  openFilesOfTask,
  type BoundFileRow,
  type FileOrigin,
  type PublicNotice,
  type StoredFileRow,
  type UserTaskRow,
  type Statements,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { dayOf } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import type { SeenCase } from './case-reader.js';
import { CircleLooks } from './circle-looks.js';
import { asKnown, type Known } from './known.js';
import { ListedDefinitions } from './listed-definitions.js';
import { taskResource } from './resources.js';

export interface SeenFile {
  readonly row: Known<StoredFileRow>;
  /** When and where it was taken: for readers of level T, and for whoever has just sent it. */
  readonly origin: FileOrigin | null;
}

/** Files, each for whoever may read the field that it stands in: what may not be read is not there. */
@Injectable()
export class VisibleFiles {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly listed: ListedDefinitions,
    private readonly looks: CircleLooks,
  ) {}

  /** What the caller has just announced. */
  own(caller: Caller, row: StoredFileRow): Known<StoredFileRow> {
    if (row.ownerId !== caller.personId)
      throw new Error(`Expected an upload of the caller's own, found ${row.id}`);
    return asKnown(row);
  }

  async ownUpload(work: Statements, caller: Caller, id: string): Promise<Known<StoredFileRow> | undefined> {
    const row = await findOwnUpload(work, id, caller.personId);
    return row && asKnown(row);
  }

  async file(work: Statements, caller: Caller, id: string): Promise<SeenFile | undefined> {
    const row = await findKeptFile(work, id);
    return row && this.seen(work, caller, row);
  }

  async ofCase(work: Statements, caller: Caller, { row, sight }: SeenCase): Promise<SeenFile[]> {
    const seen: SeenFile[] = [];
    for (const file of await boundFilesOfCase(work, row.id)) {
      const one = await this.seen(work, caller, file, (task) => sight.knows(task.elementId));
      if (one) seen.push(one);
    }
    return seen;
  }

  /** What lies ready for a step, for whoever may do it; undefined where he may not know of it. */
  async ofTask(
    work: Statements,
    caller: Caller,
    taskId: string,
  ): Promise<Known<StoredFileRow>[] | undefined> {
    const task = await findUserTask(work, taskId);
    if (!task || !mayDo(caller, await this.resourceOf(task))) return undefined;
    return (await openFilesOfTask(work, taskId)).map(asKnown);
  }

  /** A file that stands in the public fields of a notice which hangs or has hung; undefined for every other. */
  async ofNotices(work: Work, id: string, now: number): Promise<Known<StoredFileRow> | undefined> {
    const row = await findKeptFile(work, id);
    if (!row || row.bindings.length === 0) return undefined;
    const outOfSight = await this.listed.outOfSight(work);
    for (const { id: noticeId, clockOffsetMs } of await noticesWithFile(work, id)) {
      const notice = await findNotice(work, outOfSight, noticeId);
      const mayRead = notice && (await this.publicIn(work, { ...notice, clockOffsetMs }, now));
      if (mayRead?.(row)) return asKnown(row);
    }
    return undefined;
  }

  /** Those of them that stand in the public fields of a notice which is public itself. */
  async ofNotice(work: Work, notice: Known<PublicNotice>, now: number): Promise<Known<StoredFileRow>[]> {
    const mayRead = await this.publicIn(work, notice, now);
    return (await boundFilesOfCase(work, notice.caseId)).filter(mayRead).map(asKnown);
  }

  /** Which files anybody may read in it: none before its first day. */
  private async publicIn(
    work: Statements,
    { userTaskId, fields, fromOn, clockOffsetMs }: PublicNotice,
    now: number,
  ): Promise<(row: BoundFileRow) => boolean> {
    if (fromOn !== null && fromOn > dayOf(now + clockOffsetMs)) return () => false;
    const task = await findUserTask(work, userTaskId);
    const form =
      task &&
      (await this.definitions.form(await this.definitions.definition(task.definitionChecksum), task.formKey));
    const shown = form ? publicFields(form, fields) : {};
    return ({ bindings }) =>
      bindings.some(
        (binding) =>
          binding.userTaskId === userTaskId &&
          binding.levels.every((level) => level === 'P') &&
          Object.hasOwn(shown, binding.path.split('/')[1] ?? ''),
      );
  }

  private async seen(
    work: Statements,
    caller: Caller,
    row: BoundFileRow,
    knows: (task: UserTaskRow) => boolean = () => true,
  ): Promise<SeenFile | undefined> {
    const isOpen = row.bindings.length === 0;
    const places = isOpen ? [{ userTaskId: row.userTaskId, levels: [] }] : row.bindings;
    for (const { userTaskId, levels } of places) {
      const task = userTaskId === null ? undefined : await findUserTask(work, userTaskId);
      if (!task || !knows(task)) continue;
      const step = await this.resourceOf(task);
      if (!(isOpen ? mayKnowOpen(caller, row, step) : mayReadIn(caller, step, levels))) continue;
      await this.looks.note(work, caller, task.caseId, step);
      return {
        row: asKnown(row),
        origin: isOpen || mayReadIn(caller, step, ['T']) ? row.origin : null,
      };
    }
    return undefined;
  }

  private async resourceOf(task: UserTaskRow): Promise<Resource> {
    return taskResource(task, await this.definitions.definitionOf(task));
  }
}

/** What nothing was submitted with yet is its sender's, and whoever's it is to do the step. */
const mayKnowOpen = (caller: Caller, { ownerId }: StoredFileRow, step: Resource): boolean =>
  mayDo(caller, step) || (ownerId === caller.personId && mayReadIn(caller, step, []));

const mayDo = (caller: Caller, step: Resource): boolean =>
  caller.may('user-task.read', step) && caller.may('user-task.complete', step);

const mayReadIn = (caller: Caller, step: Resource, levels: readonly string[]): boolean =>
  caller.may('user-task.read', step) &&
  levels.every((level) => isReaderLevel(level) && mayRead(level, caller.access, step));
