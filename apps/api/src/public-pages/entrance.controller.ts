import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/marks.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { villagesPage } from './pages.js';

/** The front door where no web pages are built; with them, they answer before this. */
@ApiExcludeController()
@Controller()
export class EntranceController {
  constructor(private readonly units: UnitDirectory) {}

  @Get()
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  async entrance(): Promise<string> {
    return villagesPage(await this.units.villages());
  }
}
