import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action, OwnOnly } from '../access/marks.js';
import { SECRET_BODY, Takes } from '../http/body-bounds.js';
import { Recorded } from '../security-log/recorded.js';
import { ChooseChannelHandler } from './choose-channel.handler.js';
import {
  ChannelChoicesView,
  ChannelsView,
  ChooseChannelDto,
  NotificationHoursDto,
  NotificationHoursView,
} from './dto/channel.dto.js';
import { KeepNotificationHoursHandler } from './notification-hours.js';
import { ReadChannelsQuery } from './read-channels.query.js';

@ApiTags('notifications')
@Controller('api')
export class ChannelsController {
  constructor(
    private readonly channels: ReadChannelsQuery,
    private readonly chooseChannel: ChooseChannelHandler,
    private readonly keepHours: KeepNotificationHoursHandler,
  ) {}

  @Get('channel-choices')
  @OwnOnly()
  @ApiOkResponse({ type: ChannelChoicesView, description: '本人的；站内消息总是有的' })
  own(@CurrentCaller() caller: Caller): Promise<ChannelChoicesView> {
    return this.channels.own(caller);
  }

  @Put('channel-choices/:channel')
  @Recorded('channels-changed')
  @OwnOnly()
  @Takes(SECRET_BODY)
  @ApiOkResponse({ type: ChannelChoicesView })
  async choose(
    @CurrentCaller() caller: Caller,
    @Param('channel') channel: string,
    @Body() body: ChooseChannelDto,
  ): Promise<ChannelChoicesView> {
    await this.chooseChannel.execute(caller, channel, body);
    return this.channels.own(caller);
  }

  @Get('notification-channels')
  @Action('channel.configure')
  @ApiOkResponse({ type: ChannelsView })
  all(@CurrentCaller() caller: Caller): Promise<ChannelsView> {
    return this.channels.all(caller);
  }

  @Put('notification-hours')
  @Recorded('channels-changed')
  @Action('channel.configure')
  @ApiOkResponse({ type: NotificationHoursView })
  hours(@CurrentCaller() caller: Caller, @Body() body: NotificationHoursDto): Promise<NotificationHoursView> {
    return this.keepHours.execute(caller, body);
  }
}
