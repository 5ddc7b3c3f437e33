import { Injectable } from '@nestjs/common';
import { UnitOfWork, insertSlipReceipt, type SlipRow } from '@wuqing/persistence';
import { receivingPositions } from '@wuqing/slip';
import type { Caller } from '../access/caller.js';
import { conflict } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import type { Known } from '../visibility/known.js';
import { VisibleSlips } from '../visibility/visible-slips.js';

/** Of the office that the slip is addressed to: in whose name the caller acts there. */
export const actingFor = (caller: Caller, { toUnitId }: Pick<SlipRow, 'toUnitId'>): readonly string[] =>
  caller.onBehalfOf(
    ({ key, unitId }) => unitId === toUnitId && receivingPositions.some((position) => position === key),
  );

/** 签收: once; whoever asks again is shown what stands. */
@Injectable()
export class ReceiveSlipHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly slips: VisibleSlips,
    private readonly clock: Clock,
  ) {}

  execute(caller: Caller, id: string): Promise<Known<SlipRow>> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const slip = await this.slips.addressed(work, caller, id);
      if (slip.sentBy === caller.personId)
        throw conflict('本人发出的流转单不能由本人签收，请由接收科室的其他人签收。');
      const at = new Date(this.clock.now()).toISOString();
      const act = { slipId: id, personId: caller.personId, onBehalfOf: actingFor(caller, slip), at };
      await insertSlipReceipt(work, act);
      return this.slips.addressed(work, caller, id);
    });
  }
}
