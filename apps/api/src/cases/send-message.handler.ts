import { Injectable } from '@nestjs/common';
import type { CorrelateMessage } from '@wuqing/bpmn-engine';
import { payloadAt } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import { UnitOfWork, findCommand, namesRead, type CommandRow, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CommandAnswer, type Settled } from '../commands/command-answer.js';
import { CommandSender } from '../commands/command-sender.js';
import { conflict } from '../http/problem.js';
import { readPayload, requirePayload } from '../messages/require-payload.js';
import { caseCommand, caseCommandId, type CaseRequest } from './case-command.js';
import { CaseReader, type SeenCase } from '../visibility/case-reader.js';
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
    const command = known?.body.command ?? (await correlation(work, seen, name, variables as JsonObject));
    return this.sender.keep(
      work,
      caseCommand(caller, seen, request, command, {
        content: variables as JsonObject,
        gives: isSenderOf(name),
      }),
    );
  }
}

/** The command to the one that waits longest; of what was sent only what is declared comes in. */
async function correlation(
  work: Work,
  seen: SeenCase,
  name: string,
  variables: JsonObject,
): Promise<CorrelateMessage> {
  const { row, definition } = seen;
  const open = (await waitingFor(work, seen)).find(({ messageName }) => messageName === name);
  if (!open) throw conflict('该事项目前不接受这一提交，可能已过期限或已处理，请刷新后再试。');
  const payload = payloadAt(definition.compiled, open.elementId);
  const values = requirePayload(payload, variables);
  const reads = await namesRead(work, [row.definitionChecksum, ...row.callers]);
  const taken = readPayload(payload, values, reads);
  return { type: 'CorrelateMessage', subscription: open.elementKey, variables: taken };
}
