import { Inject, Injectable } from '@nestjs/common';
import { channelNames, maskedAddress, openAddress, personalChannelNames } from '@wuqing/notifications';
import { UnitOfWork, channelChoicesOf, channelFigures, type ChannelChoice } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { shownMoment } from '../http/shown-moment.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { channelWords } from './channel-words.js';
import type { ChannelChoicesView, ChannelsView } from './dto/channel.dto.js';
import { hoursIn } from './notification-hours.js';

/** Channels as a person chooses them, and as an administrator watches over them. */
@Injectable()
export class ReadChannelsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'channels' | 'payloadKeys'>,
  ) {}

  own(caller: Caller): Promise<ChannelChoicesView> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const choices = await channelChoicesOf(work, caller.personId);
      const channels = personalChannelNames.map((channel) => {
        const choice = choices.find((one) => one.channel === channel);
        return {
          channel,
          name: channelWords[channel],
          isOn: this.isOn(channel),
          takes: choice?.takes ?? 'none',
          address: this.masked(caller.personId, channel, choice),
        };
      });
      return { hours: await hoursIn(work), channels };
    });
  }

  all(caller: Caller): Promise<ChannelsView> {
    caller.require('channel.configure', {});
    return this.unitOfWork.run(caller.actor, async (work) => {
      const figures = await channelFigures(work);
      const channels = channelNames.map((channel) => {
        const known = figures.find((one) => one.channel === channel);
        const shown = (at: Date | null | undefined) => (at ? shownMoment(at) : null);
        return {
          channel,
          name: channelWords[channel],
          isOn: this.isOn(channel),
          waiting: known?.waiting ?? 0,
          oldestWaitingAt: shown(known?.oldestWaitingAt),
          dead: known?.dead ?? 0,
          lastSentAt: shown(known?.lastSentAt),
        };
      });
      return { channels, hours: await hoursIn(work) };
    });
  }

  private isOn(channel: (typeof channelNames)[number]): boolean {
    return this.settings.channels?.includes(channel) ?? false;
  }

  private masked(
    personId: string,
    channel: (typeof personalChannelNames)[number],
    choice: ChannelChoice | undefined,
  ): string | null {
    const sealed = choice?.addressSealed ?? null;
    return sealed === null
      ? null
      : maskedAddress(channel, openAddress(sealed, personId, this.settings.payloadKeys));
  }
}
