import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@wuqing/kernel';
import {
  UnitOfWork,
  definitionInForce,
  findCommand,
  historyOf,
  namesRead,
  rollOf,
  type CommandRow,
  type ProcessDefinitionVersion,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CommandAnswer, type Settled } from '../commands/command-answer.js';
import { CommandSender } from '../commands/command-sender.js';
import { conflict, invalid } from '../http/problem.js';
import { Clock, dayOf } from '../platform/clock.js';
import { bodyHashOf, commandIdOf } from '../platform/fingerprint.js';
import { readVariables } from '../platform/process-facts.js';
import { CaseReader, type SeenCase } from './case-reader.js';
import type { RestartCaseDto } from './dto/case-operation.dto.js';
import { openCase } from './open-case.js';
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
    const row = await this.unitOfWork.run(caller.actor, (work) => this.keep(work, caller, id, { key, body }));
    return this.answer.of(caller, row, await this.sender.deliver(row));
  }

  private async keep(work: Work, caller: Caller, id: string, { key, body }: Request): Promise<CommandRow> {
    const seen = await this.cases.require(work, caller, id, 'case.override');
    const resource = `cases/${id}/restart`;
    const commandId = commandIdOf(caller.personId, resource, key);
    const known = await findCommand(work, commandId);
    const caseId = commandIdOf(caller.personId, `${resource}/case`, key);
    const { unitId } = seen.row;
    const { startAt, reason } = body;
    const variables = known ? {} : await this.open(work, caller, seen, { caseId, body });
    return this.sender.keep(work, {
      id: commandId,
      caseId,
      unitId,
      actorId: caller.personId,
      kind: 'StartProcessInstance',
      body: {
        command: { type: 'StartProcessInstance', variables, startAt },
        reason,
        onBehalfOf: caller.onBehalfOf((position) => position.reach.includes(unitId)),
      },
      bodyHash: bodyHashOf({ ...body }),
      userTaskId: null,
      taskRowVersion: null,
    });
  }

  /** The new case's row; returns what it starts with. */
  private async open(
    work: Work,
    caller: Caller,
    seen: SeenCase,
    { caseId, body }: { readonly caseId: string; readonly body: RestartCaseDto },
  ): Promise<JsonObject> {
    const { row } = seen;
    const definition = await restartable(work, seen, body);
    const read = await namesRead(work, [definition.checksum]);
    const given = body.variables ?? {};
    const unknown = Object.keys(given).filter((name) => !read.includes(name));
    if (unknown.length > 0)
      throw invalid(
        unknown.map((name) => ({ path: `/variables/${name}`, message: '流程不读取这个变量,请核对名称。' })),
      );
    const startedAt = this.clock.now() + row.clockOffsetMs;
    const { unitId, title, clockOffsetMs } = row;
    const facts = { caseId, unitId, title, definition, startedAt, clockOffsetMs, startedBy: caller.personId };
    await openCase(work, { ...facts, firstCaseId: row.id }, { firstCaseId: row.id, startAt: body.startAt });
    const events = (await historyOf(work, row.id)).flatMap((entry) => entry.events);
    const roll = await rollOf(work, unitId, dayOf(startedAt));
    const knows = lastVariables(events, seen.definition.compiled);
    return readVariables(read, { ...knows, ...given, caseId, unitId, roll });
  }
}

/** The version in force, where every step that is named can be found in it. */
async function restartable(
  work: Work,
  { row }: SeenCase,
  { startAt }: RestartCaseDto,
): Promise<ProcessDefinitionVersion> {
  if (row.parentId !== null) throw conflict('该事项由上级事项调用,请在上级事项中操作。');
  if (row.status !== 'completed' && row.status !== 'terminated')
    throw conflict('事项还在办理,请用退回或调整步骤。');
  const definition = await definitionInForce(work, row.processKey);
  if (!definition) throw conflict('该流程已停用,不能重新开始。');
  const unknown = startAt.flatMap((elementId, index) =>
    Object.hasOwn(definition.compiled.nodes, elementId) ? [] : [`/startAt/${index}`],
  );
  if (unknown.length > 0)
    throw invalid(unknown.map((path) => ({ path, message: '流程中没有这一步,请重新选择。' })));
  return definition;
}

interface Request {
  readonly key: string;
  readonly body: RestartCaseDto;
}
