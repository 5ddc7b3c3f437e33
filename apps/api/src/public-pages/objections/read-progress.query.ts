import { Injectable } from '@nestjs/common';
import { UnitOfWork, type PublicNotice } from '@wuqing/persistence';
import { clockBadgeOf, type ClockBadgeView } from '../../deadlines/clock-badge.view.js';
import { Clock } from '../../platform/clock.js';
import { DefinitionStore } from '../../platform/definition-store.js';
import type { Known } from '../../visibility/known.js';
import {
  VisibleObjections,
  type CourseStep,
  type OwnObjection,
} from '../../visibility/visible-objections.js';
import { VisibleRecords } from '../../visibility/visible-records.js';
import type { NoticeFieldView } from '../dto/notice.view.js';
import { contentOf } from '../notice-content.js';
import { READER } from '../notices.query.js';
import { heardSteps } from './heard-steps.js';

export interface ProgressStep {
  readonly name: string;
  readonly state: 'done' | 'now' | 'ahead' | 'stopped';
  /** Epoch ms in the case's own time. */
  readonly at: number | null;
  /** 「3日」 of a step to come. */
  readonly term: string | null;
  readonly answer: readonly NoticeFieldView[];
}

export interface Progress {
  readonly objection: OwnObjection['row'];
  readonly notice: Known<PublicNotice> | undefined;
  /** Of the step that is open now. */
  readonly clock: ClockBadgeView | null;
  readonly delivered: boolean;
  readonly finished: boolean;
  readonly steps: readonly ProgressStep[];
}

/** How far an objection is, for whoever has its code. */
@Injectable()
export class ReadProgressQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: VisibleRecords,
    private readonly objections: VisibleObjections,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  /** Undefined where nothing bears this code. */
  async execute(hashes: readonly string[]): Promise<Progress | undefined> {
    const found = await this.unitOfWork.run(READER, async (work) => {
      const own = await this.objections.byCode(work, hashes);
      if (!own) return undefined;
      const planned = heardSteps(own.definition.compiled, own.row.elementId);
      const elementIds = planned.map(({ elementId }) => elementId);
      const course = await this.objections.course(work, own, elementIds);
      const notice = await this.records.notice(work, own.row.noticeId);
      return { own, planned, course, notice: notice?.notice };
    });
    if (!found) return undefined;
    const { own, planned, course, notice } = found;
    const past = await Promise.all(course.steps.map((step) => this.past(step)));
    const isOver = isFinished(course.steps, course.state);
    const last = course.steps.at(-1);
    const at = planned.findIndex(({ elementId }) => elementId === last?.elementId);
    const ahead = isOver ? [] : planned.slice(at + 1).map(aheadOf);
    const open = course.steps.find(({ state }) => state === 'open')?.clock;
    const now = this.clock.now() + own.clockOffsetMs;
    return {
      objection: own.row,
      notice,
      clock: open ? clockBadgeOf(open, now, await this.definitions.workingCalendar()) : null,
      delivered: course.steps.length > 0,
      finished: isOver,
      steps: [...past, ...ahead],
    };
  }

  private async past({ name, state, createdAt, endedAt, submission }: CourseStep): Promise<ProgressStep> {
    const at = (endedAt ?? createdAt).getTime();
    if (!submission) return { name, state: state === 'open' ? 'now' : 'stopped', at, term: null, answer: [] };
    const definition = await this.definitions.definition(submission.definitionChecksum);
    const form = await this.definitions.form(definition, submission.formKey);
    const answer = form ? contentOf(submission.data, form).fields : [];
    return { name, state: 'done', at, term: null, answer };
  }
}

const aheadOf = ({ name, term }: { readonly name: string; readonly term: string | null }): ProgressStep => ({
  name,
  state: 'ahead',
  at: null,
  term,
  answer: [],
});

/** Nothing is open any more: the last step was done and led to no other, or was stopped with the case; or nobody heard it. */
const isFinished = (steps: readonly CourseStep[], state: string): boolean =>
  state === 'expired' || (steps.length > 0 && steps.every((step) => step.state !== 'open'));
