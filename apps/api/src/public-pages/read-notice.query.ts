import { Injectable } from '@nestjs/common';
import { UnitOfWork, type PublicNotice, type StoredFileRow } from '@wuqing/persistence';
import { UnitDirectory } from '../access/unit-directory.js';
import { nothingPublic } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { VisibleFiles } from '../visibility/visible-files.js';
import { VisibleObjections } from '../visibility/visible-objections.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import type { Known } from '../visibility/known.js';
import type { NoticeDetailView, NoticeFileView } from './dto/notice.view.js';
import { contentOf, type Content } from './notice-content.js';
import { periodOf } from './notice-period.js';
import { READER, noticeViewOf } from './notices.query.js';
import { answerWithin, heardSteps } from './objections/heard-steps.js';
import { PublicFacts } from './public-facts.js';

/** One notice with what of its case anybody may read. */
@Injectable()
export class ReadNoticeQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: VisibleRecords,
    private readonly objections: VisibleObjections,
    private readonly publicFacts: PublicFacts,
    private readonly visibleFiles: VisibleFiles,
    private readonly units: UnitDirectory,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async execute(id: string): Promise<NoticeDetailView> {
    const { notice, task, door, facts, kept, beside } = await this.unitOfWork.run(READER, async (work) => {
      const found = await this.records.notice(work, id);
      if (!found) throw noSuchNotice();
      const door = await this.objections.door(work, found.notice);
      const facts = await this.publicFacts.before(work, found.notice);
      const kept = await this.visibleFiles.ofNotice(work, found.notice, this.clock.now());
      const beside = await this.records.noticesBeside(work, found.notice);
      return { ...found, door, facts, kept, beside };
    });
    const definition = task && (await this.definitions.definition(task.definitionChecksum));
    const form = task && definition && (await this.definitions.form(definition, task.formKey));
    const own = form ? contentOf(notice.fields, form) : NOTHING;
    const units = await this.units.all();
    const viewOf = (row: Known<PublicNotice>) => noticeViewOf(row, units, this.clock.now());
    return {
      ...viewOf(notice),
      others: beside.map(viewOf),
      fields: [...own.fields],
      facts: facts.fields,
      votes: facts.votes,
      files: [...own.files.map((file) => withSize(file, kept)), ...facts.files],
      period: task && definition && form ? periodOf(task, definition, form) : null,
      mayObject: door !== undefined,
      answerWithin: door ? answerWithin(heardSteps(door.definition.compiled, door.door.elementId)) : null,
    };
  }
}

function withSize(file: NoticeFileView, kept: readonly Known<StoredFileRow>[]): NoticeFileView {
  const row = kept.find(({ id }) => id === file.id);
  return row ? { ...file, bytes: row.bytes, mediaType: row.mediaType } : file;
}

const NOTHING: Content = { fields: [], files: [] };

/** One sentence for what is not there and what is not public. */
export const noSuchNotice = () => nothingPublic('没有找到这份公开内容，可能已撤下，请从村公开栏重新选择。');
