import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import {
  caseOfObjectionPhoto,
  countObjectionPhotos,
  countObjections,
  findAnyCase,
  findObjection,
  findObjectionDoor,
  insertObjectionPhotos,
  insertOrFindMessage,
  insertOrFindObjection,
  deadlinesOfCase,
  objectionByCode,
  objectionThread,
  objectionsBehind,
  objectionsOfCase,
  photosOfObjections,
  submissionsOf,
  type DeadlineRow,
  type NewMessage,
  type NewObjection,
  type ObjectionDoor,
  type ObjectionMark,
  type ObjectionPhotoRow,
  type ObjectionRow,
  type ObjectionThread,
  type ProcessDefinitionVersion,
  type PublicNotice,
  type Statements,
  type SubmissionRow,
  type ThreadStep,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import type { SeenCase } from './case-reader.js';
import { asKnown, type Known } from './known.js';

/** By this name a process hears what villagers hold against what it has published. */
export const OBJECTION = 'objection';

/** Clocks of one case. */
const CLOCKS_MAX = 1_000;

export interface OpenDoor {
  readonly door: Known<ObjectionDoor>;
  readonly definition: ProcessDefinitionVersion;
}

/** An objection as whoever has its code reads it. */
export interface OwnObjection {
  readonly row: Known<ObjectionRow>;
  readonly definition: ProcessDefinitionVersion;
  readonly clockOffsetMs: number;
}

/** One step of its course. */
export interface CourseStep extends ThreadStep {
  readonly clock: Known<DeadlineRow> | undefined;
  readonly submission: Known<SubmissionRow> | undefined;
}

/** An objection as an official reads it; `named`: he may be told who raised it. */
export interface SeenObjection {
  readonly row: Known<ObjectionRow>;
  readonly named: boolean;
  readonly state: ObjectionThread['state'];
  readonly taskId: string | null;
  /** Whether that step is done. */
  readonly answered: boolean;
  readonly photos: readonly Known<ObjectionPhotoRow>[];
}

/** What villagers hold against notices: for whoever has the code, and for officials without the name where it is not theirs to know. */
@Injectable()
export class VisibleObjections {
  constructor(private readonly definitions: DefinitionStore) {}

  /** Where this notice, that the reader was shown, can be objected to; undefined where it cannot any more. */
  async door(work: Work, notice: Known<PublicNotice>): Promise<OpenDoor | undefined> {
    const found = await findObjectionDoor(work, notice.id, OBJECTION);
    return found && { door: asKnown(found), definition: await this.definitions.definitionOf(found) };
  }

  /** How many came to this notice since then (epoch ms). */
  count(work: Work, notice: Known<PublicNotice>, since: number): Promise<number> {
    return countObjections(work, notice.id, since);
  }

  /** How many photos came with them. */
  countPhotos(work: Work, notice: Known<PublicNotice>, since: number): Promise<number> {
    return countObjectionPhotos(work, notice.id, since);
  }

  /** Of an objection that the reader knows, in their order. */
  async photos(work: Work, row: Known<ObjectionRow>): Promise<Known<ObjectionPhotoRow>[]> {
    return (await photosOfObjections(work, [row.id])).map(asKnown);
  }

  /** The case in which it is looked for, by whoever reads that case. */
  caseOfPhoto(work: Work, photoId: string): Promise<string | undefined> {
    return caseOfObjectionPhoto(work, photoId);
  }

  /** What an earlier attempt left under an id that only whoever has the form can make. */
  async known(work: Work, id: string): Promise<Known<ObjectionRow> | undefined> {
    const row = await findObjection(work, id);
    return row && asKnown(row);
  }

  /** Keeps the message and what it says, or finds both where an earlier attempt left them. */
  async keep(
    work: Work,
    message: NewMessage,
    objection: NewObjection,
    photos: readonly ObjectionPhotoRow[],
  ): Promise<Known<ObjectionRow>> {
    await insertOrFindMessage(work, message);
    const { row, fresh } = await insertOrFindObjection(work, objection);
    if (fresh) await insertObjectionPhotos(work, photos);
    return asKnown(row);
  }

  async byCode(work: Work, hashes: readonly string[]): Promise<OwnObjection | undefined> {
    const row = await objectionByCode(work, hashes);
    if (!row) return undefined;
    const found = required(await findAnyCase(work, row.caseId), `case ${row.caseId} of an objection`);
    const definition = await this.definitions.definitionOf(found);
    return { row: asKnown(row), definition, clockOffsetMs: found.clockOffsetMs };
  }

  /** What became of it, step by step, among the steps that it can lead to. */
  async course(
    work: Work,
    { row }: OwnObjection,
    elementIds: readonly string[],
  ): Promise<{ readonly state: ObjectionThread['state']; readonly steps: readonly CourseStep[] }> {
    const { state, steps } = await objectionThread(work, row.id, elementIds);
    const clocks = steps.length > 0 ? await deadlinesOfCase(work, row.caseId, CLOCKS_MAX) : [];
    const submissions = steps.length > 0 ? await submissionsOf(work, row.caseId) : [];
    const stepOf = (step: ThreadStep): CourseStep => {
      const clock = clocks.find(({ taskId }) => taskId === step.taskId);
      const submission = submissions.find(({ userTaskId }) => userTaskId === step.taskId);
      return { ...step, clock: clock && asKnown(clock), submission: submission && asKnown(submission) };
    };
    return { state, steps: steps.map(stepOf) };
  }

  /** What opened steps that their reader knows, by the step: who answers an objection is told what it is about. */
  async behind(
    work: Statements,
    tasks: readonly Known<{ readonly id: string }>[],
  ): Promise<ReadonlyMap<string, Known<ObjectionMark>>> {
    if (tasks.length === 0) return new Map();
    const marks = await objectionsBehind(
      work,
      tasks.map(({ id }) => id),
    );
    return new Map(marks.map((mark) => [mark.taskId, asKnown(mark)]));
  }

  /** Of a case that the caller reads, as far as he may know of the step that they lead to. */
  async ofCase(
    work: Work,
    caller: Caller,
    { row, sight, resource, definition }: SeenCase,
  ): Promise<SeenObjection[]> {
    const rows = (await objectionsOfCase(work, row.id)).filter(({ elementId }) => sight.knows(elementId));
    const named = caller.may('objector.read', resource);
    const known = Object.keys(definition.compiled.nodes).filter((id) => sight.knows(id));
    const seen: SeenObjection[] = [];
    for (const one of rows) {
      const { state, steps } = await objectionThread(work, one.id, known);
      const row = asKnown(one);
      const photos = await this.photos(work, row);
      const [answer] = steps;
      const answered = answer?.state === 'completed';
      seen.push({ row, named, state, taskId: answer?.taskId ?? null, answered, photos });
    }
    return seen;
  }
}
