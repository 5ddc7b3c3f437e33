import { Injectable } from '@nestjs/common';
import { extensionsNamed } from '@wuqing/bpmn-model';
import { bodyOf } from '@wuqing/deliberation';
import type { ProcessDefinitionVersion, PublicNotice, Work } from '@wuqing/persistence';
import { stepsHeardFromOutside } from '../cases/heard-outside.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { wallsIn } from '../platform/process-facts.js';
import type { Known } from '../visibility/known.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import type { NoticeFieldView, NoticeFileView } from './dto/notice.view.js';
import { contentOf, isBallot, lastOfEach } from './notice-content.js';
import { decidedBy, votesOf } from './notice-votes.js';

/** What a notice shows besides its own fields. */
export interface FactsBefore {
  readonly fields: NoticeFieldView[];
  /** By name alone: files are public with the notice that publishes them. */
  readonly files: NoticeFileView[];
  readonly votes: NoticeFieldView[];
}

/** Of the steps before a notice, whatever their forms let everybody read; nothing of a closed step, nor of what villagers said. */
@Injectable()
export class PublicFacts {
  constructor(
    private readonly records: VisibleRecords,
    private readonly definitions: DefinitionStore,
  ) {}

  async before(work: Work, notice: Known<PublicNotice>): Promise<FactsBefore> {
    const last = lastOfEach(await this.records.submittedBefore(work, notice));
    const submissions = last.filter(({ userTaskId }) => userTaskId !== notice.userTaskId);
    const counts = await this.records.countsOf(work, submissions);
    const facts: FactsBefore = { fields: [], files: [], votes: [] };
    for (const submission of submissions) {
      const { definitionChecksum, elementId, formKey, commandId, data } = submission;
      const definition = await this.definitions.definition(definitionChecksum);
      const form = await this.definitions.form(definition, formKey);
      // What a step has published is a notice of its own, which the page names.
      if (!form || !isOpenStep(definition, elementId) || publishes(definition, elementId)) continue;
      const { fields, files } = contentOf(data, form);
      facts.fields.push(...fields);
      facts.files.push(...files.filter(({ id }) => id === null));
      if (!isBallot(definition.compiled, elementId)) continue;
      const counted = counts.get(commandId) ?? {};
      const body = bodyOf((await this.records.openedWith(work, submission, 'ballot'))['body'] ?? null);
      facts.fields.push(...decidedBy(counted, body));
      facts.votes.push(...votesOf(counted, body));
    }
    return facts;
  }
}

const publishes = ({ compiled }: ProcessDefinitionVersion, elementId: string): boolean =>
  extensionsNamed(compiled.nodes[elementId]?.extensions ?? [], 'publication').length > 0;

const isOpenStep = ({ compiled }: ProcessDefinitionVersion, elementId: string): boolean =>
  !wallsIn(compiled).own.has(elementId) && !stepsHeardFromOutside(compiled).includes(elementId);
