import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/marks.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { UuidParam } from '../http/validated.js';
import { NoticeFilterDto } from './dto/notice.view.js';
import { NoticesQuery } from './notices.query.js';
import { STYLE_SHEET, boardPage, noticePage, villagesPage } from './pages.js';

/** Pages for everyone: HTML without script and without account. */
@ApiExcludeController()
@Controller()
export class PagesController {
  constructor(
    private readonly units: UnitDirectory,
    private readonly notices: NoticesQuery,
  ) {}

  @Get('public.css')
  @Public()
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  styleSheet(): string {
    return STYLE_SHEET;
  }

  @Get('villages')
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  async villages(): Promise<string> {
    return villagesPage(await this.units.villages());
  }

  @Get('villages/:code')
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  async board(@Param('code') code: string, @Query() { page }: NoticeFilterDto): Promise<string> {
    return boardPage(await this.notices.village(code), await this.notices.page(code, page));
  }

  @Get('notices/:id')
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  async notice(@UuidParam('id') id: string): Promise<string> {
    return noticePage(await this.notices.detail(id));
  }
}
