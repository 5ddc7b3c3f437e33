import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@wuqing/kernel';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action, Grave } from '../access/marks.js';
import type { Settled } from '../commands/command-answer.js';
import { CommandAnswerView, PendingView } from '../commands/dto/command.view.js';
import { VARIABLES_BODY, Takes } from '../http/body-bounds.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import {
  ActivateStepsDto,
  AddMemberDto,
  GiveReasonDto,
  ModifyCaseDto,
  RemoveMemberDto,
  ResolveIncidentDto,
  SkipElementDto,
} from './dto/case-operation.dto.js';
import { MigrateCaseDto } from './dto/migration.dto.js';
import { MigrateCaseHandler } from './migrate-case.handler.js';
import { OperateCaseHandler } from './operate-case.handler.js';

/** What the town, an office or the administrator does to a running case beside its steps. */
@ApiTags('cases')
@ApiHeader({ name: 'Idempotency-Key', required: true })
@Controller('api/cases/:id')
@ApiAcceptedResponse({ type: PendingView })
export class CaseOperationsController {
  constructor(
    private readonly operate: OperateCaseHandler,
    private readonly migrate: MigrateCaseHandler,
  ) {}

  @Post('suspension')
  @Action('case.suspend')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswerView })
  suspend(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: GiveReasonDto,
  ): Promise<Settled> {
    const command = { type: 'SuspendProcessInstance', reason: body.reason } as const;
    return this.operate.execute(caller, id, {
      resource: 'suspension',
      key,
      body,
      action: 'case.suspend',
      command,
    });
  }

  @Post('resumption')
  @Action('case.suspend')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswerView })
  resume(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: GiveReasonDto,
  ): Promise<Settled> {
    const command = { type: 'ResumeProcessInstance', reason: body.reason } as const;
    return this.operate.execute(caller, id, {
      resource: 'resumption',
      key,
      body,
      action: 'case.suspend',
      command,
    });
  }

  @Post('incident-resolution')
  @Takes(VARIABLES_BODY)
  @Action('case.repair')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswerView })
  resolveIncident(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: ResolveIncidentDto,
  ): Promise<Settled> {
    const { incident, reason } = body;
    const command = { type: 'ResolveIncident', incident, ...variablesOf(body) } as const;
    return this.operate.execute(caller, id, {
      resource: 'incident-resolution',
      key,
      body,
      action: 'case.repair',
      command,
      reason,
    });
  }

  @Post('skip')
  @Grave()
  @Takes(VARIABLES_BODY)
  @Action('case.override')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswerView })
  skip(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: SkipElementDto,
  ): Promise<Settled> {
    const { element, reason } = body;
    const command = { type: 'SkipElement', element, reason, ...variablesOf(body) } as const;
    return this.operate.execute(caller, id, {
      resource: 'skip',
      key,
      body,
      action: 'case.override',
      command,
    });
  }

  @Post('modification')
  @Grave()
  @Takes(VARIABLES_BODY)
  @Action('case.override')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswerView })
  modify(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: ModifyCaseDto,
  ): Promise<Settled> {
    const { terminate, reason } = body;
    const activate = body.activate.map(({ elementId, scope, ...given }) => ({
      elementId,
      ...(scope !== undefined && { scope }),
      ...variablesOf(given),
    }));
    const command = { type: 'ModifyProcessInstance', activate, terminate, reason } as const;
    return this.operate.execute(caller, id, {
      resource: 'modification',
      key,
      body,
      action: 'case.override',
      command,
    });
  }

  @Post('member-addition')
  @Takes(VARIABLES_BODY)
  @Action('case.add-member')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswerView })
  addMember(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: AddMemberDto,
  ): Promise<Settled> {
    const { multiInstance, item, reason } = body;
    const command = {
      type: 'AddMultiInstanceMember',
      multiInstance,
      ...(item !== undefined && { item }),
      reason,
    } as const;
    return this.operate.execute(caller, id, {
      resource: 'member-addition',
      key,
      body,
      action: 'case.add-member',
      command,
    });
  }

  @Post('member-removal')
  @Action('case.add-member')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswerView })
  removeMember(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: RemoveMemberDto,
  ): Promise<Settled> {
    const { multiInstance, member, reason } = body;
    const command = { type: 'RemoveMultiInstanceMember', multiInstance, member, reason } as const;
    return this.operate.execute(caller, id, {
      resource: 'member-removal',
      key,
      body,
      action: 'case.add-member',
      command,
    });
  }

  @Post('migration')
  @Grave()
  @Takes(VARIABLES_BODY)
  @Action('case.migrate')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswerView })
  migration(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: MigrateCaseDto,
  ): Promise<Settled> {
    return this.migrate.execute(caller, id, key, body);
  }

  @Post('step-activation')
  @Takes(VARIABLES_BODY)
  @Action('case.activate-step')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswerView })
  activateSteps(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: ActivateStepsDto,
  ): Promise<Settled> {
    const { adHocSubProcess, elements } = body;
    const command = {
      type: 'ActivateAdHocElements',
      adHocSubProcess,
      elements,
      ...variablesOf(body),
    } as const;
    return this.operate.execute(caller, id, {
      resource: 'step-activation',
      key,
      body,
      action: 'case.activate-step',
      command,
    });
  }
}

/** A JSON body holds JSON: the pipe has seen that these are the fields of an object. */
const variablesOf = ({ variables }: { readonly variables?: object }): { variables?: JsonObject } =>
  variables === undefined ? {} : { variables: variables as JsonObject };
