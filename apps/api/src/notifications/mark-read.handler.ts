import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { UnitOfWork, markNotificationRead, markNotificationsRead } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { VisibleNotifications, type UnreadCount } from '../visibility/visible-notifications.js';
import type { NotificationView } from './dto/notification.dto.js';
import { notificationViewOf } from './notification-view-of.js';

/** 已读: the first reading of each stands, and is its receipt. */
@Injectable()
export class MarkReadHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly visible: VisibleNotifications,
    private readonly clock: Clock,
  ) {}

  async one(caller: Caller, id: string): Promise<NotificationView> {
    const row = await this.unitOfWork.run(caller.actor, async (work) => {
      if (!(await this.visible.find(work, caller, id))) throw notFound();
      await markNotificationRead(work, caller.personId, id, this.clock.now());
      return required(await this.visible.find(work, caller, id), `notification ${id}`);
    });
    return notificationViewOf(row, this.clock.today());
  }

  /** `until`: ISO 8601. */
  until(caller: Caller, until: string): Promise<UnreadCount> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      await markNotificationsRead(work, caller.personId, Date.parse(until), this.clock.now());
      return this.visible.unread(work, caller);
    });
  }
}
