import { Injectable } from '@nestjs/common';
import { UnitOfWork, definitionInForce, type ProcessDefinitionVersion, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CommandAnswer, type Settled } from '../commands/command-answer.js';
import { CommandSender } from '../commands/command-sender.js';
import { conflict, invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { CaseReader, type SeenCase } from '../visibility/case-reader.js';
import { eventsToDecideBy } from '../visibility/case-records.js';
import type { RestartCaseDto } from './dto/case-operation.dto.js';
import { requireUsable } from './given-variables.js';
import { openLinkedCase, type Beginning } from './open-linked-case.js';
import { lastVariables } from './reopening.js';

/** 从某一步重新开始: a case that has ended goes on as a linked one, with what it knew, at the steps that are named. */
@Injectable()
export class RestartCaseHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly sender: CommandSender,
    private readonly answer: CommandAnswer,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, id: string, key: string, body: RestartCaseDto): Promise<Settled> {
    const { startAt, reason } = body;
    const row = await this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, id, 'case.override');
      const beginning = (): Promise<Beginning> => restarted(work, seen, body);
      const order = { resource: 'restart', key, body, startAt, kept: { reason }, beginning } as const;
      return this.sender.keep(work, await openLinkedCase(work, caller, seen, order, this.clock.now()));
    });
    return this.answer.of(caller, row, await this.sender.deliver(row));
  }
}

async function restarted(work: Work, seen: SeenCase, body: RestartCaseDto): Promise<Beginning> {
  const definition = await restartable(work, seen, body);
  const { startAt, variables = {} } = body;
  await requireUsable(work, definition, [], [{ variables, path: '/variables' }]);
  const events = await eventsToDecideBy(work, seen);
  const knows = { ...lastVariables(events, seen.definition.compiled), ...variables };
  return { definition, knows, detail: { startAt } };
}

/** The version in force, where every step that is named can be found in it. */
async function restartable(
  work: Work,
  { row }: SeenCase,
  { startAt }: RestartCaseDto,
): Promise<ProcessDefinitionVersion> {
  if (row.parentId !== null) throw conflict('该事项由上级事项调用，请在上级事项中操作。');
  if (row.status !== 'completed' && row.status !== 'terminated')
    throw conflict('事项还在办理，请用退回或调整步骤。');
  const definition = await definitionInForce(work, row.processKey);
  if (!definition) throw conflict('该流程已停用，不能重新开始。');
  const unknown = startAt.flatMap((elementId, index) =>
    Object.hasOwn(definition.compiled.nodes, elementId) ? [] : [`/startAt/${index}`],
  );
  if (unknown.length > 0)
    throw invalid(unknown.map((path) => ({ path, message: '流程中没有这一步，请重新选择。' })));
  return definition;
}
