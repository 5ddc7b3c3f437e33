import { Injectable } from '@nestjs/common';
import {
  UnitOfWork,
  personNames,
  type AlertRow,
  type DeadlineRow,
  type SubmissionRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../../access/caller.js';
import { alertText } from '../../cases/timeline/watch-items.js';
import { clockBadgeOf } from '../../deadlines/clock-badge.view.js';
import { shownMoment } from '../../http/shown-moment.js';
import { Clock } from '../../platform/clock.js';
import { DefinitionStore } from '../../platform/definition-store.js';
import { unconfirmedOf } from '../../platform/process-facts.js';
import { paperFields } from '../../user-tasks/earlier-papers.js';
import { levelsOf } from '../../user-tasks/levels-of.js';
import { alertsIn, clocksOf, submissionsIn } from '../../visibility/case-records.js';
import { CaseReader, type SeenCase } from '../../visibility/case-reader.js';
import { barToChecking } from '../../visibility/checked-work.js';
import type { Known } from '../../visibility/known.js';
import { taskResource } from '../../visibility/resources.js';
import { VisibleOrders } from '../../visibility/visible-orders.js';
import { VisibleRecords } from '../../visibility/visible-records.js';
import type { OrderActView, OrderDetailView, OrderTaskView } from './dto/order.view.js';
import { stagesOf } from './order-stages.js';
import { orderViewOf } from './order-view-of.js';

/** 督办单: what was ordered, what was answered, how it was judged, and the original's term beside it. */
@Injectable()
export class ReadOrderQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: VisibleOrders,
    private readonly cases: CaseReader,
    private readonly records: VisibleRecords,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, caseId: string): Promise<OrderDetailView> {
    const calendar = await this.definitions.workingCalendar();
    const read = await this.unitOfWork.run(caller.actor, (work) => this.read(work, caller, caseId));
    const { order, seen, task, submissions, names, first, receipts } = read;
    const acts = await this.acts(caller, seen, submissions, names);
    const now = this.clock.now();
    return {
      ...orderViewOf(order, seen.tasks[0], now, calendar),
      firstCase: first
        ? { id: first.seen.row.id, number: first.seen.row.number, title: first.seen.row.title }
        : null,
      firstClock: first?.clock
        ? clockBadgeOf(first.clock, now + first.seen.row.clockOffsetMs, calendar)
        : null,
      firstAlerts: (first?.alerts ?? []).map((alert) => ({
        at: shownMoment(alert.at),
        text: alertText(alert),
        kind: alert.kind,
      })),
      stages: stagesOf(
        acts,
        seen.tasks[0]?.elementId,
        order.endedAt === null ? null : shownMoment(order.endedAt),
      ),
      returns: submissions.filter(
        ({ elementId, data }) => elementId === 'review-feedback' && data['verdict'] === '退回',
      ).length,
      acts,
      task,
      receipts: receipts.map(({ name, sentAt, readAt }) => ({
        name,
        sentAt: shownMoment(sentAt),
        readAt: readAt && shownMoment(readAt),
      })),
      unconfirmed: unconfirmedOf(seen.definition.compiled),
    };
  }

  private async read(work: Work, caller: Caller, caseId: string) {
    const { order, seen } = await this.orders.require(work, caller, caseId);
    const submissions = await submissionsIn(work, seen);
    return {
      order,
      seen,
      submissions,
      task: await openTask(work, caller, seen),
      names: await personNames(
        work,
        submissions.map(({ actorId }) => actorId),
      ),
      first: await this.first(work, caller, order),
      receipts: await this.orders.receipts(work, seen),
    };
  }

  /** The original, where the caller may know of it; its term where he may know of the step. */
  private async first(
    work: Work,
    caller: Caller,
    { firstCaseId, clockId }: { readonly firstCaseId: string | null; readonly clockId: string | null },
  ): Promise<FirstCase | undefined> {
    if (firstCaseId === null || !(await this.records.case(work, caller, firstCaseId))) return undefined;
    const seen = await this.cases.require(work, caller, firstCaseId);
    const clock = (await clocksOf(work, seen)).find(({ id }) => id === clockId);
    const alerts = (await alertsIn(work, seen)).filter(({ clockName, taskName }) =>
      clock ? taskName === clock.taskName && clockName === clock.name : false,
    );
    return { seen, clock, alerts: onePerInstant(alerts) };
  }

  private async acts(
    caller: Caller,
    { row, resource, definition }: SeenCase,
    submissions: readonly Known<SubmissionRow>[],
    names: ReadonlyMap<string, string>,
  ): Promise<OrderActView[]> {
    const levels = levelsOf(caller, resource);
    const acts: OrderActView[] = [];
    for (const {
      userTaskId,
      elementId,
      formKey,
      definitionChecksum,
      actorId,
      data,
      submittedAt,
    } of submissions) {
      const { callers, callKey } = row;
      const doneBy = await this.definitions.definitionOf({ definitionChecksum, callers, callKey });
      const form = await this.definitions.form(doneBy, formKey);
      acts.push({
        taskId: userTaskId,
        elementId,
        name: definition.compiled.nodes[elementId]?.name ?? elementId,
        at: shownMoment(submittedAt),
        by: names.get(actorId) ?? null,
        fields: form ? paperFields(form, data, levels) : [],
      });
    }
    return acts;
  }
}

const NOT_YOURS = '这一步由规定的承办人办理。';

interface FirstCase {
  readonly seen: SeenCase;
  readonly clock: Known<DeadlineRow> | undefined;
  readonly alerts: readonly Known<AlertRow>[];
}

const onePerInstant = (alerts: readonly Known<AlertRow>[]): Known<AlertRow>[] => [
  ...new Map(alerts.map((alert) => [`${alert.kind}/${alert.rung}`, alert])).values(),
];

/** The running step, and why the caller may not do it, where he may not check what he did himself. */
async function openTask(
  work: Work,
  caller: Caller,
  { tasks, definition }: SeenCase,
): Promise<OrderTaskView | null> {
  const [task] = tasks;
  if (!task) return null;
  const own = await barToChecking(work, caller, task, definition.compiled);
  const mayDo = caller.may('user-task.complete', taskResource(task, definition));
  const bar = own ?? (mayDo ? null : NOT_YOURS);
  return { id: task.id, name: task.name, elementId: task.elementId, bar };
}
