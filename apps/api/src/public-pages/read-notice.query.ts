import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import { UnitDirectory } from '../access/unit-directory.js';
import { nothingPublic } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { VisibleObjections } from '../visibility/visible-objections.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import type { NoticeDetailView } from './dto/notice.view.js';
import { contentOf, type Content } from './notice-content.js';
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
    private readonly units: UnitDirectory,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async execute(id: string): Promise<NoticeDetailView> {
    const { notice, task, door, facts } = await this.unitOfWork.run(READER, async (work) => {
      const found = await this.records.notice(work, id);
      if (!found) throw noSuchNotice();
      const door = await this.objections.door(work, found.notice);
      return { ...found, door, facts: await this.publicFacts.before(work, found.notice) };
    });
    const definition = task && (await this.definitions.definition(task.definitionChecksum));
    const form = task && definition && (await this.definitions.form(definition, task.formKey));
    const own = form ? contentOf(notice.fields, form) : NOTHING;
    return {
      ...noticeViewOf(notice, await this.units.all(), this.clock.now()),
      fields: [...own.fields],
      facts: facts.fields,
      votes: facts.votes,
      files: [...own.files, ...facts.files],
      mayObject: door !== undefined,
      answerWithin: door ? answerWithin(heardSteps(door.definition.compiled, door.door.elementId)) : null,
    };
  }
}

const NOTHING: Content = { fields: [], files: [] };

/** One sentence for what is not there and what is not public. */
export const noSuchNotice = () => nothingPublic('没有找到这份公开内容，可能已撤下，请从村公开栏重新选择。');
