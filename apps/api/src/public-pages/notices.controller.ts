import { Controller, Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/marks.js';
import { UuidParam } from '../http/validated.js';
import { NoticeDetailView, NoticeFilterDto, NoticePageView } from './dto/notice.view.js';
import { NoticesQuery } from './notices.query.js';
import { ReadNoticeQuery } from './read-notice.query.js';

@ApiTags('public')
@Controller('api/public/notices')
export class NoticesController {
  constructor(
    private readonly notices: NoticesQuery,
    private readonly readNotice: ReadNoticeQuery,
  ) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: NoticePageView })
  @ApiNotFoundResponse()
  list(@Query() { village, ...asked }: NoticeFilterDto): Promise<NoticePageView> {
    return this.notices.page(village, asked);
  }

  @Get(':id')
  @Public()
  @ApiOkResponse({ type: NoticeDetailView })
  read(@UuidParam('id') id: string): Promise<NoticeDetailView> {
    return this.readNotice.execute(id);
  }
}
