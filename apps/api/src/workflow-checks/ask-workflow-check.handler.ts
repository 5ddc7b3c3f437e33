import { Injectable } from '@nestjs/common';
import { UnitOfWork, askAllWorkflowChecks, askWorkflowCheck } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';

import { Reply } from '../http/reply.js';
import { Clock } from '../platform/clock.js';
import { CaseReader } from '../visibility/case-reader.js';
import type { AskWorkflowCheckDto } from './dto/workflow-check.view.js';

/** How many there are is not told: some may be closed to the caller. */
const ASKED = { status: 'asked' };

/** 按办理记录核对: of one case or of all that run. Asked twice it is done once more, which changes nothing. */
@Injectable()
export class AskWorkflowCheckHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly clock: Clock,
  ) {}

  async ofAll(caller: Caller, { reason }: AskWorkflowCheckDto): Promise<Reply> {
    caller.require('queue.mend', {});
    const wish = { actorId: caller.personId, reason, now: this.clock.now() };
    await this.unitOfWork.run(caller.actor, (work) => askAllWorkflowChecks(work, wish));
    return new Reply(202, ASKED, { location: '/api/workflow-checks' });
  }

  async ofCase(caller: Caller, id: string, { reason }: AskWorkflowCheckDto): Promise<Reply> {
    const wish = { actorId: caller.personId, reason, now: this.clock.now() };
    await this.unitOfWork.run(caller.actor, async (work) => {
      await this.cases.require(work, caller, id, 'case.repair');
      await askWorkflowCheck(work, id, wish);
    });
    return new Reply(202, ASKED, { location: '/api/workflow-checks' });
  }
}
