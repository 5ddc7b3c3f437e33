import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SmallPower } from '@wuqing/process-library';
import type { Caller } from '../../access/caller.js';
import { CurrentCaller } from '../../access/entrance.guard.js';
import { Action } from '../../access/marks.js';
import { PowerListView, type PowerView } from './dto/powers.view.js';
import { PowersQuery } from './powers.query.js';

/** 小微权力清单 for whoever starts something by it. */
@ApiTags('powers')
@Controller('api/powers')
export class SmallPowersController {
  constructor(private readonly powers: PowersQuery) {}

  @Get()
  @Action('process.read')
  @ApiOkResponse({ type: PowerListView })
  async list(@CurrentCaller() caller: Caller): Promise<PowerListView> {
    caller.require('process.read', {});
    const { groups } = await this.powers.execute();
    return { groups: groups.map(({ title, powers }) => ({ title, powers: powers.map(viewOf) })) };
  }
}

const viewOf = ({ basis, materials, steps, process, forbidden: _, ...power }: SmallPower): PowerView => ({
  ...power,
  basis: [...basis],
  materials: [...materials],
  steps: steps.map(({ name, note }) => ({ name, note: note ?? null })),
  process: process ?? null,
});
