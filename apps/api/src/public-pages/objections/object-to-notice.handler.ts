import { Injectable } from '@nestjs/common';
import { payloadAt } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import {
  UnitOfWork,
  type NewMessage,
  type ObjectionPhotoRow,
  type ObjectionRow,
  type PublicNotice,
  type Work,
} from '@wuqing/persistence';
import { countedAddress } from '../../http/client-address.js';
import { conflict, tooMany } from '../../http/problem.js';
import { RequestLimiter } from '../../http/request-limiter.js';
import { requirePayload } from '../../messages/require-payload.js';
import { Clock } from '../../platform/clock.js';
import { commandIdOf } from '../../platform/fingerprint.js';
import type { Known } from '../../visibility/known.js';
import { OBJECTION, VisibleObjections, type OpenDoor } from '../../visibility/visible-objections.js';
import { VisibleRecords } from '../../visibility/visible-records.js';
import { READER } from '../notices.query.js';
import { noSuchNotice } from '../read-notice.query.js';
import type { ReadObjection } from './objection-form.js';
import { ObjectionPhotos, type SoundPhoto } from './objection-photos.js';
import { PublicSecret } from './public-secret.js';
import { codeHashOf, queryCodeOf } from './query-code.js';

/** Thirty days: a worker that is away for hours loses nobody's objection. */
const KEPT_MS = 30 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
/** Of one notice in a day, at all processes of the API together; beyond it a village is asked to come by itself. */
const PER_DAY_MAX = 200;
/** Of photos the same: they are what fills a disk. */
const PHOTOS_PER_DAY_MAX = 100;

/** What a villager says, and what he shows beside it. */
export type SaidObjection = ReadObjection & { readonly photos: readonly SoundPhoto[] };

export interface Objected {
  readonly code: string;
  readonly row: Known<ObjectionRow>;
  /** Whether what is kept is what was sent now: a form that is sent again may have been changed meanwhile. */
  readonly same: boolean;
}

/** What anybody holds against a notice becomes the message that its case waits for, once for each form. */
@Injectable()
export class ObjectToNoticeHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: VisibleRecords,
    private readonly objections: VisibleObjections,
    private readonly limiter: RequestLimiter,
    private readonly secret: PublicSecret,
    private readonly photos: ObjectionPhotos,
    private readonly clock: Clock,
  ) {}

  /** Before anything of a form is read: what is refused costs as well as what is taken. Throws 429. */
  admit(address: string | undefined): void {
    this.limiter.spend('objectionForm', countedAddress(address));
  }

  /** `nonce`: of the form. Throws 404, 409 where nothing is heard any more, 429. */
  async execute(
    noticeId: string,
    nonce: string,
    said: SaidObjection,
    address: string | undefined,
  ): Promise<Objected> {
    this.limiter.spend('objection', countedAddress(address));
    this.limiter.spend('objectedNotice', noticeId);
    const id = commandIdOf('public', `notices/${noticeId}/objections`, nonce);
    const code = queryCodeOf(this.secret, noticeId, nonce);
    const photos = await this.laidIn(noticeId, id, said);
    return this.unitOfWork.run(READER, async (work) => {
      const notice = await this.notice(work, noticeId);
      const known = await this.objections.known(work, id);
      const row = known ?? (await this.keep(work, { id, notice, said, code, photos }));
      const kept = await this.objections.photos(work, row);
      const hashes = (some: readonly { readonly sha256: string }[]) =>
        some.map(({ sha256 }) => sha256).join();
      return { code, row, same: isSaid(row, said) && hashes(kept) === hashes(said.photos) };
    });
  }

  private async notice(work: Work, noticeId: string): Promise<Known<PublicNotice>> {
    const found = await this.records.notice(work, noticeId);
    if (!found) throw noSuchNotice();
    return found.notice;
  }

  /** The bytes lie in the storage before a row names them; of an objection that is not taken none does. */
  private async laidIn(
    noticeId: string,
    id: string,
    { photos }: SaidObjection,
  ): Promise<ObjectionPhotoRow[]> {
    if (photos.length === 0) return [];
    const door = await this.unitOfWork.run(READER, async (work) => {
      const notice = await this.notice(work, noticeId);
      if (await this.objections.known(work, id)) return undefined;
      return this.openDoor(work, notice, photos.length);
    });
    if (!door) return [];
    const { caseId, unitId } = door.door;
    const owner = { objectionId: id, complaintId: null, caseId, unitId };
    return this.photos.keep(`objections/${id}`, owner, photos);
  }

  /** Where it is heard; throws 409 where it is not, or where photos are too many, 429 where there is a flood. */
  private async openDoor(work: Work, notice: Known<PublicNotice>, photos: number): Promise<OpenDoor> {
    const door = await this.objections.door(work, notice);
    if (!door) throw noLongerHeard();
    const since = this.clock.now() + door.door.clockOffsetMs - DAY_MS;
    if ((await this.objections.count(work, notice, since)) >= PER_DAY_MAX) throw tooMany(3_600);
    if (photos > 0 && (await this.objections.countPhotos(work, notice, since)) + photos > PHOTOS_PER_DAY_MAX)
      throw conflict(
        '今天这份公示收到的照片已经很多，请先不附照片提交，照片可以当面交给村务监督委员会或镇里。',
      );
    return door;
  }

  private async keep(work: Work, fresh: Fresh): Promise<Known<ObjectionRow>> {
    const { id, notice, said, code, photos } = fresh;
    const door = await this.openDoor(work, notice, photos.length);
    const now = this.clock.now();
    const receivedAt = now + door.door.clockOffsetMs;
    const objection = {
      id,
      caseId: door.door.caseId,
      unitId: door.door.unitId,
      noticeId: notice.id,
      elementId: door.door.elementId,
      ground: said.ground,
      text: said.text,
      objector: said.name,
      telephone: said.phone,
      codeHash: codeHashOf(this.secret, code),
      receivedAt,
    };
    return this.objections.keep(work, messageOf(id, said, door, now), objection, photos);
  }
}

const isSaid = (row: Known<ObjectionRow>, said: ReadObjection): boolean =>
  row.text === said.text &&
  row.ground === said.ground &&
  row.objector === said.name &&
  row.telephone === said.phone;

interface Fresh {
  readonly id: string;
  readonly notice: Known<PublicNotice>;
  readonly said: ReadObjection;
  readonly code: string;
  readonly photos: readonly ObjectionPhotoRow[];
}

export const noLongerHeard = () =>
  conflict('这份公示目前不接受异议，公开期可能已满。可以到村务监督委员会或镇里当面反映。');

/** Of what was said only what the process declares, and never who said it. */
function messageOf(id: string, said: ReadObjection, { door, definition }: OpenDoor, now: number): NewMessage {
  const payload = payloadAt(definition.compiled, door.elementId);
  const declared = new Set(payload?.fields.map(({ name }) => name));
  const values: JsonObject = Object.fromEntries(
    Object.entries({ ground: said.ground, text: said.text }).filter(([name]) => declared.has(name)),
  );
  return {
    id,
    name: OBJECTION,
    messageId: id,
    correlationKey: door.correlationKey,
    variables: requirePayload(payload, values),
    unitId: door.unitId,
    reach: [door.unitId],
    reachesWalled: false,
    publishedBy: READER.id,
    clockOffsetMs: 0,
    publishedAt: now,
    expiresAt: now + KEPT_MS,
  };
}
