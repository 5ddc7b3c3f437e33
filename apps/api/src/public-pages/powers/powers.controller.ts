import { Controller, Get, Param, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { UnitDirectory } from '../../access/unit-directory.js';
import { NoticesQuery, townOf } from '../notices.query.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { powersPage, type PowersPage } from '../pages/powers.page.js';
import { PublicPage } from '../public-page.js';
import { PowersQuery } from './powers.query.js';

/** 小微权力清单 of a village. */
@ApiExcludeController()
@Controller('villages/:code/powers')
@UseFilters(PageProblemFilter)
export class PowersController {
  constructor(
    private readonly notices: NoticesQuery,
    private readonly powers: PowersQuery,
    private readonly units: UnitDirectory,
  ) {}

  @Get()
  @PublicPage()
  async list(@Param('code') code: string): Promise<string> {
    return powersPage(await this.content(code));
  }

  @Get(':power')
  @PublicPage()
  async chart(@Param('code') code: string, @Param('power') power: string): Promise<string> {
    return powersPage(await this.content(code), power);
  }

  private async content(code: string): Promise<PowersPage> {
    const village = await this.notices.village(code);
    return { village, town: townOf(village, await this.units.all()), list: await this.powers.execute() };
  }
}
