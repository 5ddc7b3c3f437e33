import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { UnitOfWork, acknowledgeAlert, auditCaseAct, lockCase } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { holdersFrom } from '../visibility/resources.js';
import { VisibleLists } from '../visibility/visible-lists.js';
import { notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { sha256 } from '../platform/fingerprint.js';
import { alertViewOf } from './alert-view-of.js';
import type { AlertView } from './dto/alert.view.js';

/** Unknown and hidden are one answer. */
const noSuchAlert = () => notFound();

/** 签收预警: who has seen it, and when; the first one stands. */
@Injectable()
export class AcknowledgeAlertHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: VisibleLists,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, id: string): Promise<AlertView> {
    const row = await this.unitOfWork.run(caller.actor, async (work) => {
      const found = await this.lists.alert(work, caller, id);
      if (!found) throw noSuchAlert();
      const holders = holdersFrom([{ positionKey: found.recipientPosition, unitId: found.recipientUnitId }]);
      if (!caller.may('alert.acknowledge', { unitId: found.unitId, level: 'V', holders }))
        throw noSuchAlert();
      const head = required(await lockCase(work, found.caseId), `case ${found.caseId} of an alert`);
      if (await acknowledgeAlert(work, id, caller.personId, this.clock.now())) {
        const at = new Date(this.clock.now() + head.clockOffsetMs).toISOString();
        await auditCaseAct(work, head, { action: 'AcknowledgeAlert', subject: id, detail: {}, at }, sha256);
      }
      return required(await this.lists.alert(work, caller, id), `alert ${id}`);
    });
    return alertViewOf(row);
  }
}
