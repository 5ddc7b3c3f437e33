import { Controller, Get, Param, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { NoticesQuery } from '../notices.query.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { powersPage } from '../pages/powers.page.js';
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
  ) {}

  @Get()
  @PublicPage()
  async list(@Param('code') code: string): Promise<string> {
    return powersPage(await this.notices.village(code), await this.powers.execute());
  }

  @Get(':power')
  @PublicPage()
  async chart(@Param('code') code: string, @Param('power') power: string): Promise<string> {
    return powersPage(await this.notices.village(code), await this.powers.execute(), power);
  }
}
