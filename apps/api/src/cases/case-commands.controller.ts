import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action, Grave } from '../access/marks.js';
import type { Settled } from '../commands/command-answer.js';
import { CommandAnswerView, PendingView } from '../commands/dto/command.view.js';
import { VARIABLES_BODY, Takes } from '../http/body-bounds.js';
import { Spends } from '../http/request-budgets.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { CancelCaseHandler } from './cancel-case.handler.js';
import { CancelCaseDto, ReopenCaseDto, ReturnToStepDto, SendMessageDto } from './dto/case-command.dto.js';
import { ReopenCaseHandler } from './reopen-case.handler.js';
import { RestartCaseDto } from './dto/case-operation.dto.js';
import { RestartCaseHandler } from './restart-case.handler.js';
import { ReturnToStepHandler } from './return-to-step.handler.js';
import { SendMessageHandler } from './send-message.handler.js';

@ApiTags('cases')
@ApiHeader({ name: 'Idempotency-Key', required: true })
@Controller('api/cases/:id')
export class CaseCommandsController {
  constructor(
    private readonly sendMessage: SendMessageHandler,
    private readonly returnToStep: ReturnToStepHandler,
    private readonly cancelCase: CancelCaseHandler,
    private readonly reopenCase: ReopenCaseHandler,
    private readonly restartCase: RestartCaseHandler,
  ) {}

  @Post('messages')
  @Spends('message')
  @Takes(VARIABLES_BODY)
  @Action('message.publish')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswerView })
  @ApiAcceptedResponse({ type: PendingView })
  message(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: SendMessageDto,
  ): Promise<Settled> {
    return this.sendMessage.execute(caller, id, key, body);
  }

  @Post('return')
  @Action('case.return')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswerView })
  @ApiAcceptedResponse({ type: PendingView })
  return(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: ReturnToStepDto,
  ): Promise<Settled> {
    return this.returnToStep.execute(caller, id, key, body);
  }

  @Post('reopening')
  @Action('message.publish')
  @HttpCode(201)
  @ApiCreatedResponse({ type: CommandAnswerView })
  @ApiAcceptedResponse({ type: PendingView })
  reopen(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: ReopenCaseDto,
  ): Promise<Settled> {
    return this.reopenCase.execute(caller, id, key, body);
  }

  @Post('restart')
  @Takes(VARIABLES_BODY)
  @Action('case.override')
  @HttpCode(201)
  @ApiCreatedResponse({ type: CommandAnswerView })
  @ApiAcceptedResponse({ type: PendingView })
  restart(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: RestartCaseDto,
  ): Promise<Settled> {
    return this.restartCase.execute(caller, id, key, body);
  }

  @Post('cancellation')
  @Grave()
  @Action('case.cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswerView })
  @ApiAcceptedResponse({ type: PendingView })
  cancel(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: CancelCaseDto,
  ): Promise<Settled> {
    return this.cancelCase.execute(caller, id, key, body);
  }
}
