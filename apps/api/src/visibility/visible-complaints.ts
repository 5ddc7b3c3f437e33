import { Injectable } from '@nestjs/common';
import { required, type JsonObject } from '@wuqing/kernel';
import {
  complaintByCode,
  complaintOfCase,
  countComplaints,
  doneStepsOf,
  findAnyCase,
  findComplaint,
  insertObjectionPhotos,
  insertOrFindComplaint,
  movesTold,
  nearestCaseClock,
  photosOfComplaint,
  type ComplaintRow,
  type ComplaintStep,
  type ListedClock,
  type MoveRow,
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
import { IdentitySeals } from './identity-seals.js';
import { asKnown, type Known } from './known.js';
import { taskResource } from './resources.js';
import { VisibleIdentities } from './visible-identities.js';
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
  readonly moves: readonly MoveRow[];
}

/** Who wrote a complaint. */
export type Complainants = Pick<ComplaintRow, 'names' | 'contact'>;

/** A complaint as an official reads it at a step. */
export interface SeenComplaint {
  readonly row: Known<ComplaintRow>;
  /** Who wrote it; undefined where the reader may not be told: whoever registers it is, while he does. */
  readonly who: Complainants | undefined;
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
    private readonly seals: IdentitySeals,
    private readonly identities: VisibleIdentities,
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

  /** Keeps it in its case, which is there. */
  async keep(
    work: Work,
    complaint: NewComplaint,
    photos: readonly ObjectionPhotoRow[],
  ): Promise<Known<ComplaintRow>> {
    const said = await this.registration(work, complaint.caseId, complaint);
    const who = complainantsIn(await this.seals.findable(work, said));
    const { row, fresh } = await insertOrFindComplaint(work, { ...complaint, ...who });
    if (fresh) await insertObjectionPhotos(work, photos);
    return asKnown(row);
  }

  /** As they are kept: the same again gives the same. */
  async sealed(work: Work, caseId: string, who: Complainants): Promise<Complainants> {
    return complainantsIn(await this.seals.sealed(work, await this.registration(work, caseId, who)));
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
      moves: await movesTold(work, row.caseId, told),
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
    const isTold = isRegistering && task.state === 'open' && caller.may('user-task.complete', resource);
    const who = isTold ? await this.opened(work, caller, row) : undefined;
    const known = asKnown(row);
    return {
      row: known,
      who,
      photos: await this.photos(work, known),
      fields: isRegistering ? await this.fieldsOf(known, who) : {},
    };
  }

  private async opened(work: Work, caller: Caller, row: ComplaintRow): Promise<Complainants> {
    const sealed = await this.registration(work, row.caseId, row);
    return complainantsIn(await this.identities.draft(work, caller, sealed, false));
  }

  /** Who complained, as the form of registration says it: that takes over what is kept here, and one erasure reaches both. */
  private async registration(work: Work, caseId: string, { names, contact }: Complainants) {
    const row = required(await findAnyCase(work, caseId), `case ${caseId} of a complaint`);
    const definition = await this.definitions.definitionOf(row);
    const formKey = firstUserTaskOf(definition.compiled)?.formKey ?? null;
    const form = required(await this.definitions.form(definition, formKey), `the registration of ${caseId}`);
    return { form, caseId, data: { names: [...names], contact } };
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

  private async fieldsOf(row: Known<ComplaintRow>, who: Complainants | undefined): Promise<JsonObject> {
    const unit = await this.units.find(row.unitId);
    return {
      aboutLevel: row.aboutLevel,
      channel: CHANNEL,
      receivedOn: dayOf(row.receivedAt.getTime()),
      request: row.request,
      facts: row.facts,
      ...(unit?.kind === 'village' && { village: unit.name }),
      ...(who && who.names.length > 0 && { names: who.names }),
      ...(who && who.contact !== null && { contact: who.contact }),
    };
  }
}

/** As both stand in a form. */
const complainantsIn = ({ names, contact }: JsonObject): Complainants => ({
  names: Array.isArray(names) ? names.map(String) : [],
  contact: typeof contact === 'string' ? contact : null,
});
