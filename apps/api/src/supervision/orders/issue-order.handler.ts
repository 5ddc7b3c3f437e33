import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import {
  ORDER_PROCESS,
  UnitOfWork,
  auditCaseAct,
  definitionInForce,
  lockCase,
  type CommandRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../../access/caller.js';
import { openLinkedCase } from '../../cases/open-linked-case.js';
import { CommandAnswer, type Settled } from '../../commands/command-answer.js';
import { CommandSender } from '../../commands/command-sender.js';
import { conflict, invalid } from '../../http/problem.js';
import { Clock } from '../../platform/clock.js';
import { sha256 } from '../../platform/fingerprint.js';
import { CaseReader, type SeenCase } from '../../visibility/case-reader.js';
import { VisibleOrders } from '../../visibility/visible-orders.js';
import { VisibleWatch } from '../../visibility/visible-watch.js';
import type { IssueOrderDto } from './dto/order.dto.js';

/** 下发督办单: opens a case of the process supervision-order out of the one that is ordered about, under the next number. */
@Injectable()
export class IssueOrderHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly orders: VisibleOrders,
    private readonly watch: VisibleWatch,
    private readonly sender: CommandSender,
    private readonly answer: CommandAnswer,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, key: string, body: IssueOrderDto): Promise<Settled> {
    const row = await this.unitOfWork.run(caller.actor, (work) => this.keep(work, caller, key, body));
    return this.answer.of(caller, row, await this.sender.deliver(row));
  }

  private async keep(work: Work, caller: Caller, key: string, body: IssueOrderDto): Promise<CommandRow> {
    const { caseId, clockId = null, title } = body;
    const seen = await this.cases.require(work, caller, caseId, 'supervision-order.issue');
    await this.requireClock(work, caller, seen, clockId);
    const head = required(await lockCase(work, caseId), `case ${caseId} of an order`);
    const now = this.clock.now();
    const order = {
      resource: 'supervision-orders',
      key,
      body,
      title,
      kept: {},
      beginning: () => this.beginning(work, seen, clockId),
      clockId,
      opened: async (orderCaseId: string, orderNumber: string | undefined): Promise<void> => {
        const number = required(orderNumber, `number of the order ${orderCaseId}`);
        const at = new Date(now + head.clockOffsetMs).toISOString();
        const detail = { orderCaseId, number };
        const act = { action: 'IssueSupervisionOrder', subject: clockId ?? 'case', detail, at };
        await auditCaseAct(work, head, act, sha256);
      },
    } as const;
    return this.sender.keep(work, await openLinkedCase(work, caller, seen, order, now));
  }

  private async requireClock(
    work: Work,
    caller: Caller,
    { row }: SeenCase,
    clockId: string | null,
  ): Promise<void> {
    if (clockId === null) return;
    const [clock] = await this.watch.clocks(work, caller, [clockId], this.clock.today());
    if (clock?.caseId !== row.id)
      throw invalid([{ path: '/clockId', message: '没有找到这个事项的这个时限，请刷新后重新选择。' }]);
  }

  private async beginning(work: Work, seen: SeenCase, clockId: string | null) {
    const open = await this.orders.openOf(work, seen, clockId);
    if (open !== undefined) throw conflict(`这一件已经下发${open}，还没有销号，不能重复下发。`);
    const definition = await definitionInForce(work, ORDER_PROCESS);
    if (!definition) throw conflict('督办单流程尚未发布，请联系系统管理员。');
    return { definition, knows: {}, detail: { orderedAbout: seen.row.id } };
  }
}
