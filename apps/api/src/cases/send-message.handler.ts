import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@wuqing/kernel';
import { UnitOfWork, findCommand, namesRead, type CommandRow, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CommandAnswer, type Settled } from '../commands/command-answer.js';
import { CommandSender } from '../commands/command-sender.js';
import { conflict } from '../http/problem.js';
import { readVariables } from '../platform/process-facts.js';
import { caseCommand, caseCommandId, type CaseRequest } from './case-command.js';
import { CaseReader } from '../visibility/case-reader.js';
import { waitingFor } from '../visibility/case-records.js';
import type { SendMessageDto } from './dto/case-command.dto.js';
import { isSenderOf, requireSender } from './message-senders.js';

/** An objection, a withdrawal, an order of the town: a message that this case waits for. */
@Injectable()
export class SendMessageHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly sender: CommandSender,
    private readonly answer: CommandAnswer,
  ) {}

  async execute(caller: Caller, id: string, key: string, body: SendMessageDto): Promise<Settled> {
    const row = await this.unitOfWork.run(caller.actor, (work) =>
      this.keep(work, caller, id, { resource: 'messages', key, body }),
    );
    return this.answer.of(caller, row, await this.sender.deliver(row));
  }

  private async keep(
    work: Work,
    caller: Caller,
    id: string,
    request: CaseRequest & { body: SendMessageDto },
  ): Promise<CommandRow> {
    const seen = await this.cases.require(work, caller, id);
    const { name, variables = {} } = request.body;
    requireSender(caller, name, seen.resource);
    const known = await findCommand(work, caseCommandId(caller, id, request));
    const waiting = await waitingFor(work, seen);
    const subscription = waiting.find((open) => open.messageName === name)?.elementKey;
    if (!known && subscription === undefined)
      throw conflict('该事项目前不接受这一提交,可能已过期限或已处理,请刷新后再试。');
    const command = known?.body.command ?? {
      type: 'CorrelateMessage' as const,
      subscription: subscription ?? '',
      variables: readVariables(
        await namesRead(work, [seen.row.definitionChecksum, ...seen.row.callers]),
        variables as JsonObject,
      ),
    };
    return this.sender.keep(
      work,
      caseCommand(caller, seen, request, command, {
        content: variables as JsonObject,
        gives: isSenderOf(name),
      }),
    );
  }
}
