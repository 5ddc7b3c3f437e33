import { Inject, Injectable } from '@nestjs/common';
import {
  UnitOfWork,
  definitionInForce,
  dropStartDraft,
  findCommand,
  namesReadBy,
  rollOf,
  type CommandRow,
  type ProcessDefinitionVersion,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { CommandAnswer, type Settled } from '../commands/command-answer.js';
import { CommandSender } from '../commands/command-sender.js';
import { invalid } from '../http/problem.js';
import { bodyHashOf, commandIdOf } from '../platform/fingerprint.js';
import { fixedTitleOf, levelOf, readVariables, startersOf } from '../platform/process-facts.js';
import { dayOf } from '../platform/clock.js';
import { CASE_START, type CaseStart } from './case-start.js';
import type { StartCaseDto } from './dto/start-case.dto.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import { openCase } from './open-case.js';

/** 发起: the case row, its first audit entry and its first command in one transaction; then the workflow. */
@Injectable()
export class StartCaseHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: UnitDirectory,
    private readonly records: VisibleRecords,
    private readonly sender: CommandSender,
    private readonly answer: CommandAnswer,
    @Inject(CASE_START) private readonly start: CaseStart,
  ) {}

  async execute(caller: Caller, key: string, body: StartCaseDto): Promise<Settled> {
    const startedAt = this.start.momentOf(body.startAt);
    const row = await this.unitOfWork.run(caller.actor, (work) =>
      this.keep(work, caller, { key, body, startedAt }),
    );
    return this.answer.of(caller, row, await this.sender.deliver(row));
  }

  private async keep(work: Work, caller: Caller, request: StartRequest): Promise<CommandRow> {
    const { key, body, startedAt } = request;
    const definition = await this.allowed(work, caller, body);
    await this.requireFirstCase(work, caller, body);
    const caseId = commandIdOf(caller.personId, 'cases/case', key);
    const id = commandIdOf(caller.personId, 'cases', key);
    const known = await findCommand(work, id);
    if (!known) {
      const clockOffsetMs = this.start.offsetOf(startedAt);
      await openCase(work, {
        ...body,
        caseId,
        definition,
        startedAt,
        clockOffsetMs,
        startedBy: caller.personId,
      });
      // What was written of it is the case now; one that comes out of another case has no draft.
      if (body.firstCaseId === undefined)
        await dropStartDraft(work, { ownerId: caller.personId, processKey: body.processKey });
    }
    const roll = await rollOf(work, body.unitId, dayOf(startedAt));
    const variables = readVariables(await namesReadBy(work, definition), {
      caseId,
      unitId: body.unitId,
      roll,
    });
    return this.sender.keep(work, {
      id,
      caseId: known?.caseId ?? caseId,
      unitId: body.unitId,
      actorId: caller.personId,
      kind: 'StartProcessInstance',
      body: {
        command: { type: 'StartProcessInstance', variables },
        onBehalfOf: caller.onBehalfOf((position) => position.reach.includes(body.unitId)),
      },
      bodyHash: bodyHashOf({ ...body }),
      userTaskId: null,
      taskRowVersion: null,
    });
  }

  private async allowed(
    work: Work,
    caller: Caller,
    { processKey, unitId, title }: StartCaseDto,
  ): Promise<ProcessDefinitionVersion> {
    const unit = await this.units.find(unitId);
    if (!unit) throw invalid([{ path: '/unitId', message: '没有这个单位，请重新选择。' }]);
    const definition = await definitionInForce(work, processKey);
    if (!definition)
      throw invalid([{ path: '/processKey', message: '没有这个流程或尚未发布，请重新选择。' }]);
    const { compiled } = definition;
    const holders = startersOf(compiled, unitId, await this.units.tree());
    caller.require('case.start', { unitId, level: levelOf(compiled), holders });
    const fixed = fixedTitleOf(compiled);
    if (fixed !== undefined && title.trim() !== fixed)
      throw invalid([{ path: '/title', message: `这类事项的名称统一为“${fixed}”，请照此填写，不写内容。` }]);
    return definition;
  }

  /** A case may only come out of another one of the same unit, which its starter may know of: hidden and unknown are one answer. */
  private async requireFirstCase(
    work: Work,
    caller: Caller,
    { firstCaseId, unitId }: StartCaseDto,
  ): Promise<void> {
    if (firstCaseId === undefined) return;
    const first = await this.records.case(work, caller, firstCaseId);
    if (first?.unitId === unitId) return;
    throw invalid([{ path: '/firstCaseId', message: '没有找到本村的这个事项，请重新选择关联事项。' }]);
  }
}

interface StartRequest {
  readonly key: string;
  readonly body: StartCaseDto;
  readonly startedAt: number;
}
