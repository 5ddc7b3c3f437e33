import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { CountOwnQuery } from './count-own.query.js';
import { OwnCountsView } from './dto/own-counts.view.js';

@ApiTags('inbox')
@Controller('api/inbox/own-counts')
export class OwnCountsController {
  constructor(private readonly countOwn: CountOwnQuery) {}

  @Get()
  @Action('user-task.read')
  @ApiOkResponse({ type: OwnCountsView })
  read(@CurrentCaller() caller: Caller): Promise<OwnCountsView> {
    return this.countOwn.execute(caller);
  }
}
