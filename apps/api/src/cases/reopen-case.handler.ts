import { Injectable } from '@nestjs/common';
import { UnitOfWork, definitionInForce, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CommandAnswer, type Settled } from '../commands/command-answer.js';
import { CommandSender } from '../commands/command-sender.js';
import { conflict, invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { CaseReader, type SeenCase } from '../visibility/case-reader.js';
import { eventsToDecideBy, historyIn } from '../visibility/case-records.js';
import type { ReopenCaseDto } from './dto/case-command.dto.js';
import { returnTargetsOf } from './executed-path.js';
import { isSenderOf, requireSender } from './message-senders.js';
import { openLinkedCase, type Beginning } from './open-linked-case.js';
import { isClosedBy, lastVariables, reopeningOf } from './reopening.js';

const ORDER = 'town-order';

/** 责令改正 of a case that is closed (Art 31): a linked case takes it up again at the step that the order names. */
@Injectable()
export class ReopenCaseHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly sender: CommandSender,
    private readonly answer: CommandAnswer,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, id: string, key: string, body: ReopenCaseDto): Promise<Settled> {
    const row = await this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, id, 'message.publish');
      requireSender(caller, ORDER, seen.resource);
      const beginning = (): Promise<Beginning> => reopened(work, seen, body);
      const kept = { submission: { target: body.target, reason: body.reason } };
      const order = { resource: 'reopening', key, body, kept, gives: isSenderOf(ORDER), beginning } as const;
      return this.sender.keep(work, await openLinkedCase(work, caller, seen, order, this.clock.now()));
    });
    return this.answer.of(caller, row, await this.sender.deliver(row));
  }
}

async function reopened(work: Work, seen: SeenCase, { target }: ReopenCaseDto): Promise<Beginning> {
  const { row, definition } = seen;
  const events = await eventsToDecideBy(work, seen);
  const told = (await historyIn(work, seen)).flatMap((entry) => entry.events);
  const current = await definitionInForce(work, row.processKey);
  const reopening = current && reopeningOf(current.compiled);
  if (!current || !reopening || !isClosedBy(events, reopening))
    throw conflict('只有已办结归档的事项可以责令改正后重办，请刷新后再试。');
  if (!returnTargetsOf(told, definition.compiled).some(({ elementId }) => elementId === target))
    throw invalid([{ path: '/target', message: '只能从已经办理过的步骤重办，请重新选择。' }]);
  const knows = { ...lastVariables(events, definition.compiled), [reopening.variable]: target };
  return { definition: current, knows, detail: { target } };
}
