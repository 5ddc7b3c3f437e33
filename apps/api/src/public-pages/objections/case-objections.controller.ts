import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../access/caller.js';
import { CurrentCaller } from '../../access/entrance.guard.js';
import { Action } from '../../access/marks.js';
import { UuidParam } from '../../http/validated.js';
import { CaseObjectionsView } from './dto/case-objection.view.js';
import { ListObjectionsQuery } from './list-objections.query.js';

@ApiTags('cases')
@Controller('api/cases')
export class CaseObjectionsController {
  constructor(private readonly objections: ListObjectionsQuery) {}

  /** What villagers hold against the notices of a case; their names for the supervision committee and the town alone. */
  @Get(':id/objections')
  @Action('case.read')
  @ApiOkResponse({ type: CaseObjectionsView })
  list(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<CaseObjectionsView> {
    return this.objections.execute(caller, id);
  }
}
