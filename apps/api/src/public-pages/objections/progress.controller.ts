import { Body, Controller, Get, HttpCode, Ip, Post, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { UnitDirectory } from '../../access/unit-directory.js';
import { PAGE_FORM, Takes } from '../../http/body-bounds.js';
import { Problem } from '../../http/problem.js';
import { Reply } from '../../http/reply.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { complaintProgressPage } from '../pages/complaint-progress.page.js';
import { codePage, progressPage } from '../pages/progress.page.js';
import { ProgressByCodeQuery } from '../progress-by-code.query.js';
import { PublicPage } from '../public-page.js';

/** By 查询码: the code is asked for in a form and stands in no address, which would be kept on the way. */
@ApiExcludeController()
@Controller('progress')
@UseFilters(PageProblemFilter)
export class ProgressController {
  constructor(
    private readonly progress: ProgressByCodeQuery,
    private readonly units: UnitDirectory,
  ) {}

  @Get()
  @PublicPage('no-store')
  form(): string {
    return codePage();
  }

  @Post()
  @HttpCode(200)
  @Takes(PAGE_FORM)
  @PublicPage('no-store')
  async read(@Body() body: Record<string, unknown>, @Ip() address: string): Promise<Reply> {
    const typed = typeof body['code'] === 'string' ? body['code'].slice(0, 40) : '';
    const found = await this.progress.execute(typed, address).catch((error: unknown) => {
      if (error instanceof Problem && error.status === 429) return error;
      throw error;
    });
    if (found instanceof Problem)
      return new Reply(found.status, codePage(typed, found.detail), found.headers);
    if (!found) return new Reply(404, codePage(typed, '没有这个查询码，请核对有没有抄错。'));
    if (found.of === 'complaint') return new Reply(200, complaintProgressPage(found.progress));
    const { progress } = found;
    const unit = await this.units.find(progress.objection.unitId);
    const page = progressPage({ progress, village: unit?.name ?? '', villageCode: unit?.code ?? '' });
    return new Reply(200, page);
  }
}
