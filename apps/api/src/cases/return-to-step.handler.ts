import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CommandAnswer, type Settled } from '../commands/command-answer.js';
import { CommandSender } from '../commands/command-sender.js';
import { invalid } from '../http/problem.js';
import { caseCommand } from './case-command.js';
import { requireReturn } from './village-bounds.js';
import { CaseReader } from '../visibility/case-reader.js';
import { historyIn } from '../visibility/case-records.js';
import type { ReturnToStepDto } from './dto/case-command.dto.js';
import { returnTargetsOf } from './executed-path.js';

/** 退回: to a step that was really executed; what runs from there on begins anew. */
@Injectable()
export class ReturnToStepHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly sender: CommandSender,
    private readonly answer: CommandAnswer,
  ) {}

  async execute(caller: Caller, id: string, key: string, body: ReturnToStepDto): Promise<Settled> {
    const { target, reason } = body;
    const row = await this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, id, 'case.return');
      const events = (await historyIn(work, seen)).flatMap((entry) => entry.events);
      const targets = returnTargetsOf(events, seen.definition.compiled);
      if (!targets.some(({ elementId }) => elementId === target)) {
        throw invalid([{ path: '/target', message: '只能退回到已经办理过的步骤，请重新选择。' }]);
      }
      requireReturn(caller, seen, events, target);
      const request = { resource: 'return' as const, key, body };
      return this.sender.keep(
        work,
        caseCommand(caller, seen, request, { type: 'ReturnToStep', target, reason }),
      );
    });
    return this.answer.of(caller, row, await this.sender.deliver(row));
  }
}
