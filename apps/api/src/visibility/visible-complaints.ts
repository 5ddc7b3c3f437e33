import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@wuqing/kernel';
import {
  complaintByCode,
  complaintOfCase,
  countComplaints,
  doneStepsOf,
  findAnyCase,
  findComplaint,
  insertObjectionPhotos,
  insertOrFindComplaint,
  nearestCaseClock,
  photosOfComplaint,
  type ComplaintRow,
  type ComplaintStep,
  type ListedClock,
  type NewComplaint,
  type ObjectionPhotoRow,
  type ProcessDefinitionVersion,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { dayOf } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { firstUserTaskOf, toldStepsOf } from '../platform/process-facts.js';
import type { SeenCase } from './case-reader.js';
import { asKnown, type Known } from './known.js';
import { taskResource } from './resources.js';
import type { SeenTask } from './visible-records.js';

/** How a complaint that came by the page says where it came from. */
const CHANNEL = '网上';

/** A complaint as whoever has its code may hear of it. */
export interface OwnComplaint {
  readonly row: Known<ComplaintRow>;
  readonly definition: ProcessDefinitionVersion;
  readonly clockOffsetMs: number;
  readonly isOver: boolean;
  readonly done: readonly ComplaintStep[];
  readonly clock: Known<ListedClock> | undefined;
}

/** A complaint as an official reads it at a step. */
export interface SeenComplaint {
  readonly row: Known<ComplaintRow>;
  /** Whether the reader may be told who wrote it: whoever registers it, while he does. */
  readonly named: boolean;
  readonly photos: readonly Known<ObjectionPhotoRow>[];
  /** What the form of registration begins with; empty at every other step. */
  readonly fields: JsonObject;
}

/** What came by the town's page of complaints: for whoever has the code, and for officials. */
@Injectable()
export class VisibleComplaints {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly units: UnitDirectory,
  ) {}

  /** What an earlier attempt left under an id that only whoever has the form can make, with its photos. */
  async known(work: Work, id: string): Promise<Known<ComplaintRow> | undefined> {
    const row = await findComplaint(work, id);
    return row && asKnown(row);
  }

  /** How many came since then (epoch ms), and with how many photos; of the whole town. */
  counts(work: Work, since: number): ReturnType<typeof countComplaints> {
    return countComplaints(work, since);
  }

  async keep(
    work: Work,
    complaint: NewComplaint,
    photos: readonly ObjectionPhotoRow[],
  ): Promise<Known<ComplaintRow>> {
    const { row, fresh } = await insertOrFindComplaint(work, complaint);
    if (fresh) await insertObjectionPhotos(work, photos);
    return asKnown(row);
  }

  /** Of a complaint that the reader knows, in their order. */
  async photos(work: Work, row: Known<ComplaintRow>): Promise<Known<ObjectionPhotoRow>[]> {
    return (await photosOfComplaint(work, row.id)).map(asKnown);
  }

  /** Of the steps of the case those alone of which the file says that they are told. */
  async byCode(work: Work, hashes: readonly string[]): Promise<OwnComplaint | undefined> {
    const row = await complaintByCode(work, hashes);
    const found = row && (await findAnyCase(work, row.caseId));
    if (!row || !found) return undefined;
    const definition = await this.definitions.definitionOf(found);
    const told = toldStepsOf(definition.compiled).map(({ elementId }) => elementId);
    const clock = await nearestCaseClock(work, row.caseId);
    return {
      row: asKnown(row),
      definition,
      clockOffsetMs: found.clockOffsetMs,
      isOver: found.status === 'completed' || found.status === 'terminated',
      done: await doneStepsOf(work, row.caseId, told),
      clock: clock && asKnown(clock),
    };
  }

  /** What began the case of a step, for whoever reads the step and may know what was registered; undefined where nothing was sent. */
  async ofTask(
    work: Work,
    caller: Caller,
    { row: task, definition }: SeenTask,
    around: SeenCase | undefined,
  ): Promise<SeenComplaint | undefined> {
    const row = await complaintOfCase(work, task.caseId);
    const first = firstUserTaskOf(definition.compiled)?.id;
    if (!row || first === undefined) return undefined;
    const isRegistering = task.elementId === first;
    if (!isRegistering && around?.sight.knows(first) !== true) return undefined;
    const resource = taskResource(task, definition);
    const named = isRegistering && task.state === 'open' && caller.may('user-task.complete', resource);
    const known = asKnown(row);
    return {
      row: known,
      named,
      photos: await this.photos(work, known),
      fields: isRegistering ? await this.fieldsOf(known, named) : {},
    };
  }

  /** For whoever reads the case and may know of its registration. */
  async photoOfCase(
    work: Work,
    { row: { id }, sight, definition }: SeenCase,
    photoId: string,
  ): Promise<Known<ObjectionPhotoRow> | undefined> {
    const row = await complaintOfCase(work, id);
    const first = firstUserTaskOf(definition.compiled)?.id;
    if (!row || first === undefined || !sight.knows(first)) return undefined;
    return (await this.photos(work, asKnown(row))).find((photo) => photo.id === photoId);
  }

  private async fieldsOf(row: Known<ComplaintRow>, named: boolean): Promise<JsonObject> {
    const unit = await this.units.find(row.unitId);
    return {
      aboutLevel: row.aboutLevel,
      channel: CHANNEL,
      receivedOn: dayOf(row.receivedAt.getTime()),
      request: row.request,
      facts: row.facts,
      ...(unit?.kind === 'village' && { village: unit.name }),
      ...(named && row.names.length > 0 && { names: row.names }),
      ...(named && row.contact !== null && { contact: row.contact }),
    };
  }
}
