import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../access/caller.js';
import { CurrentCaller } from '../../access/entrance.guard.js';
import { Action } from '../../access/marks.js';
import { UuidParam } from '../../http/validated.js';
import { UserTaskView } from '../dto/user-task.view.js';
import { HandOverDto, ReceiversDto } from './dto/hand-over.dto.js';
import { ReceiverListView } from './dto/receivers.view.js';
import { HandOverHandler } from './hand-over.handler.js';
import { Receivers } from './receivers.js';

/** 转办, of one step; of many see the bulk act. */
@ApiTags('user-tasks')
@Controller('api/user-tasks')
export class HandOverController {
  constructor(
    private readonly handOver: HandOverHandler,
    private readonly receivers: Receivers,
  ) {}

  @Post('receivers')
  @Action('user-task.hand-over')
  @HttpCode(200)
  @ApiOkResponse({ type: ReceiverListView })
  list(@CurrentCaller() caller: Caller, @Body() { taskIds }: ReceiversDto): Promise<ReceiverListView> {
    return this.receivers.of(caller, taskIds);
  }

  @Post(':id/hand-over')
  @Action('user-task.hand-over')
  @HttpCode(200)
  @ApiOkResponse({ type: UserTaskView })
  perform(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() body: HandOverDto,
  ): Promise<UserTaskView> {
    return this.handOver.execute(caller, id, body);
  }
}
