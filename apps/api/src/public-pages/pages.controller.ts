import { Controller, Get, Header, Param, Req, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { UnitRow } from '@wuqing/persistence';
import type { Request } from 'express';
import { Public } from '../access/marks.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { PublicQuery, UuidParam } from '../http/validated.js';
import { Clock } from '../platform/clock.js';
import { BoardFilterDto } from './dto/notice.view.js';
import { NoticesQuery } from './notices.query.js';
import { PageAddress } from './page-address.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { boardPage, villagesPage } from './pages/board.page.js';
import { noticePage, posterPage } from './pages/notice.page.js';
import { PublicDutiesQuery } from './public-duties.query.js';
import { PublicPage } from './public-page.js';
import { ReadNoticeQuery } from './read-notice.query.js';
import { STYLE_SHEET } from './style-sheet.js';

/** Pages for everyone: HTML without script and without account. */
@ApiExcludeController()
@Controller()
@UseFilters(PageProblemFilter)
export class PagesController {
  constructor(
    private readonly units: UnitDirectory,
    private readonly notices: NoticesQuery,
    private readonly readNotice: ReadNoticeQuery,
    private readonly duties: PublicDutiesQuery,
    private readonly addresses: PageAddress,
    private readonly clock: Clock,
  ) {}

  @Get('public.css')
  @Public()
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'no-cache')
  styleSheet(): string {
    return STYLE_SHEET;
  }

  @Get('villages')
  @PublicPage()
  async villages(): Promise<string> {
    return villagesPage(await this.units.villages());
  }

  @Get('villages/:code')
  @PublicPage()
  async board(
    @Param('code') code: string,
    @PublicQuery(BoardFilterDto) asked: Readonly<BoardFilterDto>,
  ): Promise<string> {
    const content = await this.notices.board(code, asked);
    const above = await this.above(content.village);
    const isFront = asked.month === undefined && asked.page === 1;
    const duties = isFront ? await this.duties.execute(content.village, asked.board) : undefined;
    return boardPage({ ...content, duties, asked, above, today: this.clock.today() });
  }

  @Get('notices/:id')
  @PublicPage()
  async notice(@UuidParam('id') id: string, @Req() request: Request): Promise<string> {
    return noticePage(await this.readNotice.execute(id), this.addresses.of(request, `/notices/${id}`));
  }

  @Get('notices/:id/poster')
  @PublicPage()
  async poster(@UuidParam('id') id: string, @Req() request: Request): Promise<string> {
    return posterPage(await this.readNotice.execute(id), this.addresses.of(request, `/notices/${id}`));
  }

  /** The town and the branch that a village belongs to, the town first. */
  private async above(village: UnitRow): Promise<string[]> {
    const names: string[] = [];
    for (let unit = await this.parent(village); unit; unit = await this.parent(unit))
      names.unshift(unit.name);
    return names;
  }

  private async parent({ parentId }: UnitRow): Promise<UnitRow | undefined> {
    return parentId === null ? undefined : this.units.find(parentId);
  }
}
