import { Injectable } from '@nestjs/common';
import type { Action } from '@wuqing/access';
import type { Command } from '@wuqing/bpmn-engine';
import { UnitOfWork, namesRead, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CommandAnswer, type Settled } from '../commands/command-answer.js';
import { CommandSender } from '../commands/command-sender.js';
import { invalid } from '../http/problem.js';
import { caseCommand, type CaseRequest } from './case-command.js';
import { CaseReader, type SeenCase } from './case-reader.js';

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
      await requireRead(work, seen, command);
      return this.sender.keep(work, caseCommand(caller, seen, operation, command, { reason }));
    });
    return this.answer.of(caller, row, await this.sender.deliver(row));
  }
}

/** A variable that nothing reads would be a slip of the pen; it must not enter Temporal. */
async function requireRead(work: Work, { row }: SeenCase, command: Command): Promise<void> {
  const given = namesGiven(command);
  if (given.length === 0) return;
  const read = await namesRead(work, [row.definitionChecksum, ...row.callers]);
  const unknown = given.filter(({ name }) => !read.includes(name));
  if (unknown.length > 0)
    throw invalid(unknown.map(({ path }) => ({ path, message: '流程不读取这个变量,请核对名称。' })));
}

function namesGiven(command: Command): { readonly name: string; readonly path: string }[] {
  const inside = (at: string, variables: object = {}) =>
    Object.keys(variables).map((name) => ({ name, path: `${at}/variables/${name}` }));
  if (command.type === 'ModifyProcessInstance')
    return command.activate.flatMap(({ variables }, index) => inside(`/activate/${index}`, variables));
  return 'variables' in command ? inside('', command.variables) : [];
}
