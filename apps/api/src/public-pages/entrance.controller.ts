import { Controller, Get, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { UnitDirectory } from '../access/unit-directory.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { villagesPage } from './pages/board.page.js';
import { PublicPage } from './public-page.js';

/** The front door where no web pages are built; with them, they answer before this. */
@ApiExcludeController()
@Controller()
@UseFilters(PageProblemFilter)
export class EntranceController {
  constructor(private readonly units: UnitDirectory) {}

  @Get()
  @PublicPage()
  async entrance(): Promise<string> {
    return villagesPage(await this.units.villages());
  }
}
