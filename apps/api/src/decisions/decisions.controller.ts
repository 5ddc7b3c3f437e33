import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { fileBody, Takes } from '../http/body-bounds.js';
import { CheckDecisionsQuery } from './check-decisions.query.js';
import { CheckDecisionsDto, DecisionsCheckView } from './dto/check-decisions.dto.js';

@ApiTags('decisions')
@Controller('api/decisions')
export class DecisionsController {
  constructor(private readonly checkDecisions: CheckDecisionsQuery) {}

  @Post('checks')
  @Takes(fileBody('xml'))
  @HttpCode(200)
  @Action('process.read')
  @ApiOkResponse({ type: DecisionsCheckView })
  check(@CurrentCaller() caller: Caller, @Body() body: CheckDecisionsDto): Promise<DecisionsCheckView> {
    return this.checkDecisions.execute(caller, body);
  }
}
