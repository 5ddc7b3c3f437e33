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
import type { ReopenCaseDto } from './dto/case-command.dto.js';
import { returnTargetsOf } from './executed-path.js';
import { isSenderOf, requireSender } from './message-senders.js';
import { openCase } from './open-case.js';
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
    const row = await this.unitOfWork.run(caller.actor, (work) => this.keep(work, caller, id, { key, body }));
    return this.answer.of(caller, row, await this.sender.deliver(row));
  }

  private async keep(work: Work, caller: Caller, id: string, { key, body }: Request): Promise<CommandRow> {
    const seen = await this.cases.require(work, caller, id, 'message.publish');
    requireSender(caller, ORDER, seen.resource);
    const resource = `cases/${id}/reopening`;
    const commandId = commandIdOf(caller.personId, resource, key);
    const known = await findCommand(work, commandId);
    const caseId = commandIdOf(caller.personId, `${resource}/case`, key);
    const variables = known ? {} : await this.open(work, caller, seen, { caseId, target: body.target });
    const { unitId } = seen.row;
    return this.sender.keep(work, {
      id: commandId,
      caseId,
      unitId,
      actorId: caller.personId,
      kind: 'StartProcessInstance',
      body: {
        command: { type: 'StartProcessInstance', variables },
        submission: { target: body.target, reason: body.reason },
        onBehalfOf: caller.onBehalfOf(
          (position) => position.reach.includes(unitId) && isSenderOf(ORDER)(position),
        ),
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
    { caseId, target }: { readonly caseId: string; readonly target: string },
  ): Promise<JsonObject> {
    const { row } = seen;
    const { definition, knows } = await this.reopenable(work, seen, target);
    const startedAt = this.clock.now() + row.clockOffsetMs;
    await openCase(
      work,
      {
        caseId,
        unitId: row.unitId,
        title: row.title,
        definition,
        startedAt,
        clockOffsetMs: row.clockOffsetMs,
        startedBy: caller.personId,
        firstCaseId: row.id,
      },
      { firstCaseId: row.id, target },
    );
    const roll = await rollOf(work, row.unitId, dayOf(startedAt));
    return readVariables(await namesRead(work, [definition.checksum]), {
      ...knows,
      caseId,
      unitId: row.unitId,
      roll,
    });
  }

  private async reopenable(
    work: Work,
    { row, definition }: SeenCase,
    target: string,
  ): Promise<{ definition: ProcessDefinitionVersion; knows: JsonObject }> {
    const events = (await historyOf(work, row.id)).flatMap((entry) => entry.events);
    const current = await definitionInForce(work, row.processKey);
    const reopening = current && reopeningOf(current.compiled);
    if (!current || !reopening || !isClosedBy(events, reopening))
      throw conflict('只有已办结归档的事项可以责令改正后重办,请刷新后再试。');
    if (!returnTargetsOf(events, definition.compiled).some(({ elementId }) => elementId === target))
      throw invalid([{ path: '/target', message: '只能从已经办理过的步骤重办,请重新选择。' }]);
    const knows = { ...lastVariables(events, definition.compiled), [reopening.variable]: target };
    return { definition: current, knows };
  }
}

interface Request {
  readonly key: string;
  readonly body: ReopenCaseDto;
}
