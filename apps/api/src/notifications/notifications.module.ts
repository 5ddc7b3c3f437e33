import { Module } from '@nestjs/common';
import { ChannelsController } from './channels.controller.js';
import { ChooseChannelHandler } from './choose-channel.handler.js';
import { ListNotificationsQuery } from './list-notifications.query.js';
import { MarkReadHandler } from './mark-read.handler.js';
import { KeepNotificationHoursHandler } from './notification-hours.js';
import { NotificationsController } from './notifications.controller.js';
import { ReadChannelsQuery } from './read-channels.query.js';

@Module({
  controllers: [NotificationsController, ChannelsController],
  providers: [
    ListNotificationsQuery,
    MarkReadHandler,
    ReadChannelsQuery,
    ChooseChannelHandler,
    KeepNotificationHoursHandler,
  ],
})
export class NotificationsModule {}
