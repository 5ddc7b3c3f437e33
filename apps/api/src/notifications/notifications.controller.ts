import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { OwnOnly } from '../access/marks.js';
import type { Page } from '../http/page.js';
import { UuidParam } from '../http/validated.js';
import type { UnreadCount } from '../visibility/visible-notifications.js';
import {
  MarkReadDto,
  NotificationFilterDto,
  NotificationPageView,
  NotificationView,
  UnreadCountView,
} from './dto/notification.dto.js';
import { ListNotificationsQuery } from './list-notifications.query.js';
import { MarkReadHandler } from './mark-read.handler.js';

/** Everybody's own messages; of each it is asked whether he may know of its step. */
@ApiTags('notifications')
@Controller('api/notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: ListNotificationsQuery,
    private readonly markRead: MarkReadHandler,
  ) {}

  @Get()
  @OwnOnly()
  @ApiOkResponse({ type: NotificationPageView })
  list(
    @CurrentCaller() caller: Caller,
    @Query() filter: NotificationFilterDto,
  ): Promise<Page<NotificationView>> {
    return this.notifications.execute(caller, filter);
  }

  @Get('unread-count')
  @OwnOnly()
  @ApiOkResponse({ type: UnreadCountView })
  unread(@CurrentCaller() caller: Caller): Promise<UnreadCount> {
    return this.notifications.unread(caller);
  }

  /** 全部已读, up to the newest that the page shows. */
  @Post('read-marks')
  @OwnOnly()
  @HttpCode(200)
  @ApiOkResponse({ type: UnreadCountView })
  readUntil(@CurrentCaller() caller: Caller, @Body() { until }: MarkReadDto): Promise<UnreadCount> {
    return this.markRead.until(caller, until);
  }

  @Post(':id/read-mark')
  @OwnOnly()
  @HttpCode(200)
  @ApiOkResponse({ type: NotificationView })
  read(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<NotificationView> {
    return this.markRead.one(caller, id);
  }
}
