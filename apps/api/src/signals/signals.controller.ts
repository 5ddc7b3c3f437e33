import { Body, Controller, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { VARIABLES_BODY, Takes } from '../http/body-bounds.js';
import { Spends } from '../http/request-budgets.js';
import type { Reply } from '../http/reply.js';
import { IdempotencyKey } from '../http/validated.js';
import { BroadcastSignalHandler } from './broadcast-signal.handler.js';
import { BroadcastSignalDto, SignalView } from './dto/broadcast-signal.dto.js';

@ApiTags('signals')
@Controller('api/signals')
export class SignalsController {
  constructor(private readonly broadcastSignal: BroadcastSignalHandler) {}

  /** 202: every case that waits for the signal now gets it. */
  @Post()
  @Takes(VARIABLES_BODY)
  @Spends('message')
  @Action('signal.broadcast')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiAcceptedResponse({ type: SignalView })
  broadcast(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: BroadcastSignalDto,
  ): Promise<Reply> {
    return this.broadcastSignal.execute(caller, key, body);
  }
}
