import { Injectable } from '@nestjs/common';
import {
  UnitOfWork,
  definitionInForce,
  namesReadBy,
  rollOf,
  type CommandRow,
  type ComplaintRow,
  type ObjectionPhotoRow,
  type ProcessDefinitionVersion,
  type UnitRow,
  type Work,
} from '@wuqing/persistence';
import { UnitDirectory } from '../../access/unit-directory.js';
import { openCase } from '../../cases/open-case.js';
import { CommandSender } from '../../commands/command-sender.js';
import { countedAddress } from '../../http/client-address.js';
import { conflict, notFound, tooMany } from '../../http/problem.js';
import { RequestLimiter } from '../../http/request-limiter.js';
import { Clock, dayOf } from '../../platform/clock.js';
import { bodyHashOf, commandIdOf } from '../../platform/fingerprint.js';
import { readVariables, startersOf } from '../../platform/process-facts.js';
import type { Known } from '../../visibility/known.js';
import { VisibleComplaints } from '../../visibility/visible-complaints.js';
import { READER } from '../notices.query.js';
import { ObjectionPhotos, type SoundPhoto } from '../objections/objection-photos.js';
import { PublicSecret } from '../objections/public-secret.js';
import { codeHashOf, queryCodeOf } from '../objections/query-code.js';
import { complaintLevels, type ComplaintKind, type ReadComplaint } from './complaint-form.js';

export const COMPLAINT = 'complaint';
/** Lists show it to whoever sees the case: nothing of what it is about stands in it. */
const TITLE = '网上信访';
const DAY_MS = 24 * 3_600_000;
/** Of the town in a day, at all processes of the API together; beyond it one is asked to come by himself. */
const PER_DAY_MAX = 200;
/** Of photos the same: they are what fills a disk. */
const PHOTOS_PER_DAY_MAX = 100;

/** What a complainant says, and what he shows beside it. */
export type SaidComplaint = ReadComplaint & {
  readonly kind: ComplaintKind;
  readonly photos: readonly SoundPhoto[];
};

export interface Submitted {
  readonly code: string;
  readonly row: Known<ComplaintRow>;
  /** Whether what is kept is what was sent now: a form that is sent again may have been changed meanwhile. */
  readonly same: boolean;
}

interface Fresh {
  readonly id: string;
  readonly caseId: string;
  readonly unit: UnitRow;
  readonly said: SaidComplaint;
  readonly code: string;
}

/** What anybody writes on the town's page begins a case, once for each form; its office finds it to be registered. */
@Injectable()
export class SubmitComplaintHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: UnitDirectory,
    private readonly complaints: VisibleComplaints,
    private readonly limiter: RequestLimiter,
    private readonly secret: PublicSecret,
    private readonly photos: ObjectionPhotos,
    private readonly sender: CommandSender,
    private readonly clock: Clock,
  ) {}

  /** Before anything of a form is read: what is refused costs as well as what is taken. Throws 429. */
  admit(address: string | undefined): void {
    this.limiter.spend('objectionForm', countedAddress(address));
  }

  /** Units that a complaint can be about: the town itself, and its villages. Throws 404 where the town takes none here. */
  async unitsAsked(): Promise<readonly UnitRow[]> {
    const definition = await this.unitOfWork.run(READER, (work) => definitionInForce(work, COMPLAINT));
    const tree = await this.units.tree();
    const units = (await this.units.all()).filter(({ kind }) => kind === 'town' || kind === 'village');
    const taken = definition
      ? units.filter(({ id }) => (startersOf(definition.compiled, id, tree) ?? []).length > 0)
      : [];
    if (taken.length === 0) throw notFound();
    return taken.toSorted((one, other) => Number(other.kind === 'town') - Number(one.kind === 'town'));
  }

  /** `nonce`: of the form. Throws 404, 409 where photos are too many, 429 where there is a flood. */
  async execute(nonce: string, said: SaidComplaint, address: string | undefined): Promise<Submitted> {
    this.limiter.spend('complaint', countedAddress(address));
    const unit = (await this.unitsAsked()).find(({ code }) => code === said.unit);
    if (!unit) throw notFound();
    const id = commandIdOf('public', 'complaints', nonce);
    const caseId = commandIdOf('public', 'complaints/case', nonce);
    const code = queryCodeOf(this.secret, 'complaints', nonce);
    const photos = await this.laidIn({ id, caseId, unit, said, code });
    const { kept, command } = await this.unitOfWork.run(READER, (work) =>
      this.keep(work, { id, caseId, unit, said, code }, photos),
    );
    await this.sender.deliver(command);
    return { code, ...kept };
  }

  /** The bytes lie in the storage before a row names them; of a complaint that is not taken none does. */
  private async laidIn({ id, caseId, unit, said }: Fresh): Promise<ObjectionPhotoRow[]> {
    if (said.photos.length === 0) return [];
    const isNew = await this.unitOfWork.run(READER, async (work) => {
      if (await this.complaints.known(work, id)) return false;
      await this.requireRoom(work, said.photos.length);
      return true;
    });
    if (!isNew) return [];
    const owner = { objectionId: null, complaintId: id, caseId, unitId: unit.id };
    return this.photos.keep(`complaints/${id}`, owner, said.photos);
  }

  private async requireRoom(work: Work, photos: number): Promise<void> {
    const counts = await this.complaints.counts(work, this.clock.now() - DAY_MS);
    if (counts.complaints >= PER_DAY_MAX) throw tooMany(3_600);
    if (photos > 0 && counts.photos + photos > PHOTOS_PER_DAY_MAX)
      throw conflict('今天收到的照片已经很多，请先不附照片提交，照片可以当面交给镇信访办。');
  }

  private async keep(work: Work, fresh: Fresh, photos: readonly ObjectionPhotoRow[]) {
    const { id, caseId, said } = fresh;
    const definition = await definitionInForce(work, COMPLAINT);
    if (!definition) throw notFound();
    const known = await this.complaints.known(work, id);
    const row = known ?? (await this.open(work, fresh, definition, photos));
    const command = await this.command(work, { ...fresh, unitId: row.unitId }, definition);
    const hashes = (some: readonly { readonly sha256: string }[]) => some.map(({ sha256 }) => sha256).join();
    const shown = await this.complaints.photos(work, row);
    const who = await this.complaints.sealed(work, row.caseId, said);
    const same =
      row.caseId === caseId &&
      isSaid(row, { ...fresh, said: { ...said, ...who } }) &&
      hashes(shown) === hashes(said.photos);
    return { kept: { row, same }, command };
  }

  private async open(
    work: Work,
    { id, caseId, unit, said, code }: Fresh,
    definition: ProcessDefinitionVersion,
    photos: readonly ObjectionPhotoRow[],
  ): Promise<Known<ComplaintRow>> {
    await this.requireRoom(work, photos.length);
    const receivedAt = this.clock.now();
    await openCase(work, {
      caseId,
      unitId: unit.id,
      title: TITLE,
      definition,
      startedAt: receivedAt,
      clockOffsetMs: 0,
      startedBy: READER.id,
    });
    const { request, facts, names, contact } = said;
    const aboutLevel = complaintLevels[said.kind].level;
    const codeHash = codeHashOf(this.secret, code);
    const complaint = { id, caseId, unitId: unit.id, aboutLevel, request, facts, names, contact };
    return this.complaints.keep(work, { ...complaint, codeHash, receivedAt }, photos);
  }

  /** Nothing of what was said is in it: what an expression may read is written at registration. */
  private async command(
    work: Work,
    { id, caseId, unitId }: Fresh & { readonly unitId: string },
    definition: ProcessDefinitionVersion,
  ): Promise<CommandRow> {
    const roll = await rollOf(work, unitId, dayOf(this.clock.now()));
    const variables = readVariables(await namesReadBy(work, definition), { caseId, unitId, roll });
    return this.sender.keep(work, {
      id,
      caseId,
      unitId,
      actorId: READER.id,
      kind: 'StartProcessInstance',
      body: { command: { type: 'StartProcessInstance', variables } },
      bodyHash: bodyHashOf({ caseId }),
      userTaskId: null,
      taskRowVersion: null,
    });
  }
}

const isSaid = (row: Known<ComplaintRow>, { unit, said }: Fresh): boolean =>
  row.unitId === unit.id &&
  row.aboutLevel === complaintLevels[said.kind].level &&
  row.request === said.request &&
  row.facts === said.facts &&
  row.contact === said.contact &&
  row.names.join('\n') === said.names.join('\n');
