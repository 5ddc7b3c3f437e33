import { Injectable } from '@nestjs/common';
import { isWalled } from '@wuqing/access';
import { extensionsNamed, type ExecutableProcess } from '@wuqing/bpmn-model';
import {
  caseRuns,
  deadlinesOfCase,
  dutyFigures,
  dutyPage,
  dutyReviewCounts,
  findNoticeReview,
  insertNoticeReview,
  reviewBefore,
  reviewsOfNotice,
  type DutyFigures,
  type DutyPage,
  type DutyReviewCounts,
  type DutyRow,
  type DutyState,
  type DutyTime,
  type NewNoticeReview,
  type NoticeReviewRow,
  type PublicationSteps,
  type ReviewKind,
  type PublicNotice,
  type WatchScope,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { denied, nothingPublic } from '../http/problem.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { levelOf, stepLevelOf } from '../platform/process-facts.js';
import { stepsBefore } from '../platform/steps-before.js';
import { asKnown, type Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';
import { VisibleRecords } from './visible-records.js';

/** Clocks of one case. */
const CLOCKS_MAX = 1_000;

export interface InspectionAsked {
  readonly unitId?: string | undefined;
  readonly processKey?: string | undefined;
}

/** A step that publishes, as a column of the table. */
export interface PublicationDuty {
  readonly processKey: string;
  readonly processName: string;
  readonly elementId: string;
  readonly title: string;
  readonly board: string;
}

/** Publications that an inspector may look at: decided once, for numbers and lists alike. */
export interface Inspection {
  readonly scope: WatchScope;
  readonly steps: PublicationSteps;
  readonly duties: readonly PublicationDuty[];
}

/** How many of a kind stand how, and the day of the one that is worst: nothing by which a case could be told. */
export type PublicDutyFigures = Readonly<Record<Exclude<DutyState, 'stuck'>, number>> &
  Pick<DutyRow, 'state' | 'dueOn' | 'doneOn'>;

const publicPartOf = ({ overdue, late, open, published, worst }: DutyFigures): PublicDutyFigures => ({
  ...{ overdue, late, open, published },
  ...{ state: worst.state, dueOn: worst.dueOn, doneOn: worst.doneOn },
});

export type InspectedNotice = Exclude<Awaited<ReturnType<VisibleRecords['notice']>>, undefined>;

/**
 * What should be public and what is. What is closed further than a unit's officials is never published, so it is not asked
 * for: neither its cases nor the steps before its publication.
 */
@Injectable()
export class VisibleInspection {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly records: VisibleRecords,
  ) {}

  /** Refuses who inspects nothing. */
  async of(work: Work, caller: Caller, { unitId, processKey }: InspectionAsked): Promise<Inspection> {
    const reach = caller.reachFor('inspection.read');
    if (reach.length === 0) throw denied('您的职务没有查看公开检查的权限，请由负责检查的人员查看。');
    const unitIds = unitId === undefined ? reach : reach.filter((id) => id === unitId);
    const { scope, ...rest } = await this.openIn(work, unitIds);
    return { ...rest, scope: { ...scope, ...(processKey !== undefined && { processKey }) } };
  }

  /**
   * What anybody may know of what a village owes: publications that are reached, by their kind and their day alone. Where a case
   * stands that has not come so far is its officials' to know.
   */
  async figuresForAnybody(
    work: Work,
    villageId: string,
    time: DutyTime,
  ): Promise<{ readonly duty: PublicationDuty; readonly figures: PublicDutyFigures }[]> {
    const { scope, steps, duties } = await this.openIn(work, [villageId]);
    const figures = await dutyFigures(work, scope, { ...steps, before: [] }, time);
    return duties.flatMap((duty) =>
      figures
        .filter(({ processKey, elementId }) => processKey === duty.processKey && elementId === duty.elementId)
        .map((one) => ({ duty, figures: publicPartOf(one) })),
    );
  }

  private async openIn(work: Work, unitIds: readonly string[]): Promise<Inspection> {
    const runs = await this.openRuns(work);
    const scope: WatchScope = {
      unitIds,
      runs: runs.map(({ runKey }) => runKey),
      closerUnitIds: [],
      closerRuns: [],
      without: [], // who is barred is barred from a closed case
    };
    const publishing = runs.flatMap(({ runKey, compiled }) =>
      publishingSteps(compiled).map((elementId) => ({ runKey, elementId, compiled })),
    );
    const before = publishing.flatMap(({ runKey, elementId, compiled }) =>
      openStepsBefore(compiled, elementId).map((beforeId) => ({ runKey, elementId, beforeId })),
    );
    const duties = new Map(
      publishing.map(({ elementId, compiled }) => [
        `${compiled.key} ${elementId}`,
        dutyOf(compiled, elementId),
      ]),
    );
    return {
      scope,
      steps: { publishing: publishing.map(({ runKey, elementId }) => ({ runKey, elementId })), before },
      duties: [...duties.values()],
    };
  }

  figures(work: Work, { scope, steps }: Inspection, time: DutyTime): Promise<DutyFigures[]> {
    return dutyFigures(work, scope, steps, time);
  }

  reviewCounts(work: Work, { scope, steps }: Inspection, time: DutyTime): Promise<DutyReviewCounts> {
    return dutyReviewCounts(work, scope, steps, time);
  }

  page(
    work: Work,
    { scope, steps }: Inspection,
    time: DutyTime,
    { after, limit, ...page }: Omit<DutyPage, 'after'> & { readonly after: DutyPage['after'] | undefined },
  ): Promise<KnownRows<DutyRow>> {
    return knownPage({
      after: after ?? undefined,
      limit,
      rowsAfter: (place, count) =>
        dutyPage(work, scope, steps, time, { ...page, after: place ?? null, limit: count }),
      placeOf: (row) => [row.dueOrder, row.id] as const,
      mayKnow: () => Promise.resolve(true), // the scope says of unit, definitions and steps all that there is to be asked
    });
  }

  /** A public notice of a unit that the caller inspects; any other is not there. */
  async notice(
    work: Work,
    caller: Caller,
    id: string,
    action: 'inspection.read' | 'inspection.record',
  ): Promise<InspectedNotice> {
    const found = await this.records.notice(work, id);
    if (!found || !caller.may('inspection.read', { unitId: found.notice.unitId }))
      throw nothingPublic('没有找到这份公开，可能不在您检查的范围内，请返回列表重新选择。');
    caller.require(action, { unitId: found.notice.unitId });
    return found;
  }

  /** Of a notice that the caller was shown, the newest first. */
  async reviews(
    work: Work,
    { id }: Known<PublicNotice>,
    kind: ReviewKind,
  ): Promise<Known<NoticeReviewRow>[]> {
    return (await reviewsOfNotice(work, id, kind)).map(asKnown);
  }

  /** The last review of what that unit published of the same kind before. */
  async reviewBefore(work: Work, notice: Known<PublicNotice>): Promise<Known<NoticeReviewRow> | undefined> {
    const row = await reviewBefore(work, notice);
    return row && asKnown(row);
  }

  /** The caller's own review, by an id made of his own: whether this is a retry. */
  async own(work: Work, { personId }: Caller, id: string): Promise<Known<NoticeReviewRow> | undefined> {
    const row = await findNoticeReview(work, id);
    return row?.reviewedBy === personId ? asKnown(row) : undefined;
  }

  /** The last day of the term of the step that published it. */
  async dueOnOf(work: Work, { caseId, userTaskId }: Known<PublicNotice>): Promise<string | null> {
    const clocks = await deadlinesOfCase(work, caseId, CLOCKS_MAX);
    const days = clocks.filter(({ taskId }) => taskId === userTaskId).map(({ dueOn }) => dueOn);
    return days.sort()[0] ?? null;
  }

  keep(work: Work, review: NewNoticeReview): Promise<void> {
    return insertNoticeReview(work, review);
  }

  private async openRuns(work: Work) {
    const runs = await Promise.all(
      (await caseRuns(work)).map(async (run) => {
        const { compiled } = await this.definitions.definitionOf(run);
        return { runKey: run.runKey, compiled };
      }),
    );
    return runs.filter(({ compiled }) => !isWalled(levelOf(compiled)));
  }
}

const isOpenStep = (process: ExecutableProcess, id: string): boolean => !isWalled(stepLevelOf(process, id));

const publishingSteps = (process: ExecutableProcess): string[] =>
  Object.values(process.nodes)
    .filter((node) => node.type === 'userTask' && extensionsNamed(node.extensions, 'publication').length > 0)
    .map(({ id }) => id)
    .filter((id) => isOpenStep(process, id));

function openStepsBefore(process: ExecutableProcess, elementId: string): string[] {
  const publishing = publishingSteps(process);
  return stepsBefore(process, elementId).filter((id) => !publishing.includes(id) && isOpenStep(process, id));
}

function dutyOf(process: ExecutableProcess, elementId: string): PublicationDuty {
  const node = process.nodes[elementId]!;
  const { title, board } = extensionsNamed(node.extensions, 'publication')[0]!.attributes;
  return {
    processKey: process.key,
    processName: process.name,
    elementId,
    title: title ?? node.name,
    board: board ?? 'village',
  };
}
