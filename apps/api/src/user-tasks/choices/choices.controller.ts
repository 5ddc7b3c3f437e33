import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../access/caller.js';
import { CurrentCaller } from '../../access/entrance.guard.js';
import { Action } from '../../access/marks.js';
import { UuidParam } from '../../http/validated.js';
import { ChoicesDto } from './dto/choices.dto.js';
import { ChoiceListView } from './dto/choices.view.js';
import { ListChoicesQuery } from './list-choices.query.js';

/** What a picker of an open form offers. A POST: what somebody looks for stands in no address. */
@ApiTags('user-tasks')
@Controller('api/user-tasks')
export class ChoicesController {
  constructor(private readonly choices: ListChoicesQuery) {}

  @Post(':id/choices')
  @Action('user-task.complete')
  @HttpCode(200)
  @ApiOkResponse({ type: ChoiceListView })
  list(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() body: ChoicesDto,
  ): Promise<ChoiceListView> {
    return this.choices.execute(caller, id, body);
  }
}
