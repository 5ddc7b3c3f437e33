import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@wuqing/kernel';
import { UnitOfWork, type ProcessDefinitionVersion, type SubmissionRow } from '@wuqing/persistence';
import { UnitDirectory } from '../access/unit-directory.js';
import { stepsHeardFromOutside } from '../cases/heard-outside.js';
import { nothingPublic } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { wallsIn } from '../platform/process-facts.js';
import type { Known } from '../visibility/known.js';
import { VisibleObjections } from '../visibility/visible-objections.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import type { NoticeDetailView, NoticeFieldView } from './dto/notice.view.js';
import { contentOf, isBallot, lastOfEach, votesOf, type Content } from './notice-content.js';
import { READER, noticeViewOf } from './notices.query.js';
import { answerWithin, heardSteps } from './objections/heard-steps.js';

interface Around {
  readonly facts: Content[];
  readonly votes: NoticeFieldView[];
}

/** One notice with what of its case anybody may read. */
@Injectable()
export class ReadNoticeQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: VisibleRecords,
    private readonly objections: VisibleObjections,
    private readonly units: UnitDirectory,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async execute(id: string): Promise<NoticeDetailView> {
    const { notice, task, door, before, counts } = await this.unitOfWork.run(READER, async (work) => {
      const found = await this.records.notice(work, id);
      if (!found) throw noSuchNotice();
      const door = await this.objections.door(work, found.notice);
      const before = lastOfEach(await this.records.submittedBefore(work, found.notice));
      return { ...found, door, before, counts: await this.records.countsOf(work, before) };
    });
    const definition = task && (await this.definitions.definition(task.definitionChecksum));
    const form = task && definition && (await this.definitions.form(definition, task.formKey));
    const own = form ? contentOf(notice.fields, form) : NOTHING;
    const earlier = before.filter(({ userTaskId }) => userTaskId !== notice.userTaskId);
    const { facts, votes } = await this.around(earlier, counts);
    return {
      ...noticeViewOf(notice, await this.units.all(), this.clock.now()),
      fields: [...own.fields],
      facts: facts.flatMap(({ fields }) => fields),
      votes,
      files: [...own.files, ...facts.flatMap(({ files }) => files).filter(({ id }) => id === null)],
      mayObject: door !== undefined,
      answerWithin: door ? answerWithin(heardSteps(door.definition.compiled, door.door.elementId)) : null,
    };
  }

  /**
   * Of the steps before it, whatever their forms let everybody read; nothing of a closed step, nor of what villagers said. Files
   * are public with the notice that publishes them.
   */
  private async around(
    submissions: readonly Known<SubmissionRow>[],
    counts: ReadonlyMap<string, JsonObject>,
  ): Promise<Around> {
    const around: Around = { facts: [], votes: [] };
    for (const { definitionChecksum, elementId, formKey, commandId, data } of submissions) {
      const definition = await this.definitions.definition(definitionChecksum);
      const form = await this.definitions.form(definition, formKey);
      if (!form || !isOpenStep(definition, elementId)) continue;
      around.facts.push(contentOf(data, form));
      if (isBallot(definition.compiled, elementId))
        around.votes.push(...votesOf(counts.get(commandId) ?? {}));
    }
    return around;
  }
}

const NOTHING: Content = { fields: [], files: [] };

/** One sentence for what is not there and what is not public. */
export const noSuchNotice = () => nothingPublic('没有找到这份公开内容，可能已撤下，请从村公开栏重新选择。');

const isOpenStep = ({ compiled }: ProcessDefinitionVersion, elementId: string): boolean =>
  !wallsIn(compiled).own.has(elementId) && !stepsHeardFromOutside(compiled).includes(elementId);
