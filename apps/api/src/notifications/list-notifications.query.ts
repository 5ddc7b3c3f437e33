import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { Clock } from '../platform/clock.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleNotifications, type UnreadCount } from '../visibility/visible-notifications.js';
import type { NotificationFilterDto, NotificationView } from './dto/notification.dto.js';
import { notificationViewOf } from './notification-view-of.js';

/** 消息: what the caller was told, the newest first. */
@Injectable()
export class ListNotificationsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly visible: VisibleNotifications,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    { kind, after, limit }: NotificationFilterDto,
  ): Promise<Page<NotificationView>> {
    const asked = { kind, after: readCursor(after), limit };
    const known = await this.unitOfWork.run(caller.actor, (work) => this.visible.page(work, caller, asked));
    return pageOfKnown(known, cursorOf, (row) => notificationViewOf(row, this.clock.today()));
  }

  unread(caller: Caller): Promise<UnreadCount> {
    return this.unitOfWork.run(caller.actor, (work) => this.visible.unread(work, caller));
  }
}
