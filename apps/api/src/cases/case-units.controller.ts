import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action, ForTokens } from '../access/marks.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { CaseUnitListView } from './dto/case-units.view.js';

/** Of which units the caller sees cases: what his lists can be narrowed to. */
@ApiTags('cases')
@Controller('api/case-units')
export class CaseUnitsController {
  constructor(private readonly units: UnitDirectory) {}

  @Get()
  @ForTokens('cases.read')
  @Action('case.read')
  @ApiOkResponse({ type: CaseUnitListView })
  async list(@CurrentCaller() caller: Caller): Promise<CaseUnitListView> {
    const reach = new Set(caller.reachFor('case.read'));
    const units = await this.units.all();
    return { items: units.filter(({ id }) => reach.has(id)).map(({ id, name }) => ({ id, name })) };
  }
}
