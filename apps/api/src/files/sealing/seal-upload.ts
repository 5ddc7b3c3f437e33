import { Inject, Injectable } from '@nestjs/common';
import { judgeContent, keptName, mediaTypes, oldExtensionOf, refusal } from '@wuqing/files';
import { thumbnailKey, type FileStorage, type VirusCheck } from '@wuqing/file-storage';
import { err, ok, type Result } from '@wuqing/kernel';
import {
  UnitOfWork,
  insertOrigin,
  markKept,
  markRefused,
  systemActor,
  type FileOrigin,
  type KeptContent,
  type StoredFileRow,
} from '@wuqing/persistence';
import { Clock } from '../../platform/clock.js';
import { FILE_STORAGE, VIRUS_CHECK } from '../files.tokens.js';
import { keptPicture } from './kept-content.js';
import { lookThrough, type LookedThrough } from './look-through.js';
import { Turns } from './turns.js';

const ACTOR = systemActor('files');
/** Pictures are held in memory while they are rebuilt. */
const AT_ONCE = 2;

/**
 * Says of a whole upload what it is, or why it is not taken: its bytes are read once, as they lie in the storage. Whoever is
 * killed meanwhile has done nothing: the bytes stay until the row says what they are.
 */
@Injectable()
export class SealUpload {
  private readonly turns = new Turns(AT_ONCE);
  private readonly sealing = new Map<string, Promise<void>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(FILE_STORAGE) private readonly storage: FileStorage,
    @Inject(VIRUS_CHECK) private readonly viruses: VirusCheck,
  ) {}

  /** Nothing where not all of it has come, or it is sealed. */
  async execute(row: StoredFileRow): Promise<void> {
    if (row.state !== 'receiving') return;
    const before = this.sealing.get(row.id);
    if (before) return before;
    const sealing = this.turns.take(() => this.seal(row)).finally(() => this.sealing.delete(row.id));
    this.sealing.set(row.id, sealing);
    return sealing;
  }

  private async seal(row: StoredFileRow): Promise<void> {
    const { id } = row;
    if ((await this.storage.received(id)) < row.declaredBytes) return;
    const sealed = await this.judged(row);
    await this.unitOfWork.run(ACTOR, async (work) => {
      const now = this.clock.now();
      if (!sealed.ok) return markRefused(work, id, sealed.error, now);
      await markKept(work, id, sealed.value.content, now);
      if (sealed.value.origin) await insertOrigin(work, row, sealed.value.origin);
    });
    await this.storage.forgetReceived(id);
  }

  private async judged(row: StoredFileRow): Promise<Result<Sealed, string>> {
    const looked = await lookThrough(this.storage.readReceived(row.id));
    const type = judgeContent(looked, row.rule);
    if (!type.ok) return err(type.error);
    const findings = await this.viruses.look(this.storage.readReceived(row.id));
    if (!findings.clean) return err(refusal.infected);
    const { isPicture, type: mediaType, extension } = mediaTypes[type.value];
    const ending = type.value === 'old' ? oldExtensionOf(row.originalName) : extension;
    const name = keptName(row.originalName, ending);
    if (!isPicture) return ok(await this.keepPaper(row.id, { ...looked, name, mediaType }));
    const picture = await keptPicture(type.value, this.storage.readReceived(row.id), looked.sha256);
    if (!picture.ok) return err(picture.error);
    const { content, thumbnail, sha256, width, height, origin } = picture.value;
    await this.storage.keep(thumbnailKey(row.id), thumbnail);
    await this.storage.keep(row.id, content);
    const kept = { name, mediaType, bytes: content.length, sha256, width, height, hasThumbnail: true };
    return ok({ content: kept, origin });
  }

  private async keepPaper(id: string, paper: Paper): Promise<Sealed> {
    await this.storage.keepReceived(id, id);
    const { name, mediaType, bytes, sha256 } = paper;
    const nothingSeen = { width: null, height: null, hasThumbnail: false };
    return { content: { name, mediaType, bytes, sha256, ...nothingSeen }, origin: undefined };
  }
}

type Paper = LookedThrough & Pick<KeptContent, 'name' | 'mediaType'>;

interface Sealed {
  readonly content: KeptContent;
  readonly origin: FileOrigin | undefined;
}
