import { Injectable } from '@nestjs/common';
import type { Action } from '@wuqing/access';
import type { Command } from '@wuqing/bpmn-engine';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CommandAnswer, type Settled } from '../commands/command-answer.js';
import { CommandSender } from '../commands/command-sender.js';
import { caseCommand, type CaseRequest } from './case-command.js';
import { CaseReader } from '../visibility/case-reader.js';
import { requireKnownElements } from './require-known-elements.js';
import { requireFreeNames, requireUsable, type GivenVariables } from './given-variables.js';

/** What an operator asks of a running case: who may, and the engine's command; its reason is kept for the audit. */
export interface CaseOperation extends CaseRequest {
  readonly action: Action;
  readonly command: Command;
  readonly reason?: string;
}

/** 处置: a command to a running case that no step asks for. The engine says whether it can be carried out. */
@Injectable()
export class OperateCaseHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly sender: CommandSender,
    private readonly answer: CommandAnswer,
  ) {}

  async execute(caller: Caller, id: string, operation: CaseOperation): Promise<Settled> {
    const { action, command, reason } = operation;
    const row = await this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, id, action);
      requireKnownElements(seen, command);
      if (command.type === 'ActivateAdHocElements')
        requireFreeNames(seen.definition.compiled, command.variables ?? {});
      await requireUsable(work, seen.definition, seen.row.callers, givenIn(command));
      return this.sender.keep(work, caseCommand(caller, seen, operation, command, { reason }));
    });
    return this.answer.of(caller, row, await this.sender.deliver(row));
  }
}

function givenIn(command: Command): GivenVariables[] {
  if (command.type === 'ModifyProcessInstance')
    return command.activate.map(({ variables = {} }, index) => ({
      variables,
      path: `/activate/${index}/variables`,
    }));
  return 'variables' in command ? [{ variables: command.variables ?? {}, path: '/variables' }] : [];
}
