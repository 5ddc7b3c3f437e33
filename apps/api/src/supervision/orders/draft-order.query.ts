import { Injectable } from '@nestjs/common';
import { CASE_TITLE_MAX, pickFieldsOf } from '@wuqing/forms';
import { ORDER_PROCESS, UnitOfWork, type Work } from '@wuqing/persistence';
import { addWorkingDays, localDate } from '@wuqing/working-calendar';
import type { Caller } from '../../access/caller.js';
import { clockBadgeOf } from '../../deadlines/clock-badge.view.js';
import { Clock, dayOf } from '../../platform/clock.js';
import { DefinitionStore } from '../../platform/definition-store.js';
import { CaseReader, type SeenCase } from '../../visibility/case-reader.js';
import { VisibleWatch } from '../../visibility/visible-watch.js';
import { Choosable } from '../../user-tasks/choices/choosable.js';
import type { ChoiceView } from '../../user-tasks/choices/dto/choices.view.js';
import type { DraftOrderDto } from './dto/order.dto.js';
import type { OrderDraftView } from './dto/order.view.js';

const FIRST_FORM = 'issue-order';
/** Of what an order is about, before what it says of it. */
const ABOUT_MAX = CASE_TITLE_MAX - '督办'.length;
/** Working days until the feedback is due, where the supervisor says nothing else («待镇确认»). */
const FEEDBACK_DAYS = 5;

/** What an order says that comes out of a case, for whoever issues it to change. */
@Injectable()
export class DraftOrderQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly watch: VisibleWatch,
    private readonly definitions: DefinitionStore,
    private readonly choosable: Choosable,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, { caseId, clockId }: DraftOrderDto): Promise<OrderDraftView> {
    const calendar = await this.definitions.workingCalendar();
    const { row, clock, choices } = await this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, caseId, 'supervision-order.issue');
      const ids = clockId === undefined ? [] : [clockId];
      const clocks = await this.watch.clocks(work, caller, ids, this.clock.today());
      const choices = await this.choices(work, seen);
      return { row: seen.row, clock: clocks.find((one) => one.caseId === caseId), choices };
    });
    const caseNow = this.clock.now() + row.clockOffsetMs;
    const feedbackDueOn = addWorkingDays(calendar, localDate(dayOf(caseNow)), FEEDBACK_DAYS);
    const title = `${row.unitName}${row.title}`.slice(0, ABOUT_MAX);
    if (!clock) return { title: `${title}督办`, problem: '', responsible: '', choices, feedbackDueOn };
    const { text, dueOn, tone } = clockBadgeOf(clock, caseNow, calendar);
    return {
      title: `${title}逾期`,
      problem: `「${clock.caseTitle}」${clock.taskName}应于 ${dueOn} 前办结，${tone === 'late' ? `至今未办结，已${text}` : text}。`,
      responsible: clock.holders.join('、'),
      choices,
      feedbackDueOn,
    };
  }

  /** Whom the first step of an order names, by the form that a new order would have. */
  private async choices(work: Work, { row }: SeenCase): Promise<ChoiceView[] | null> {
    const definition = await this.definitions.inForceOf(work, ORDER_PROCESS);
    const form = definition && (await this.definitions.form(definition, FIRST_FORM));
    const field = form && pickFieldsOf(form).find(({ key }) => key === 'responsible');
    if (!field) return null;
    const { unitId, barredPersonIds } = row;
    return this.choosable.among(work, { field, unitId, on: this.clock.today(), barredPersonIds }, null);
  }
}
