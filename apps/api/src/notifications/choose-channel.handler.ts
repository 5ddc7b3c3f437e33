import { Inject, Injectable } from '@nestjs/common';
import {
  faultOfAddress,
  personalChannelNames,
  sealAddress,
  type PersonalChannelName,
} from '@wuqing/notifications';
import { UnitOfWork, channelChoicesOf, keepChannelChoice, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { invalid, notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import type { ChooseChannelDto } from './dto/channel.dto.js';

/** What a person wants by one channel; his address is sealed before it is kept. */
@Injectable()
export class ChooseChannelHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'channels' | 'payloadKeys'>,
  ) {}

  async execute(caller: Caller, name: string, { takes, address }: ChooseChannelDto): Promise<void> {
    const channel = personalChannelNames.find((one) => one === name);
    if (!channel) throw notFound();
    if (takes !== 'none' && !this.settings.channels?.includes(channel))
      throw invalid([{ path: '/takes', message: '这个渠道镇里尚未开通，请联系系统管理员。' }]);
    const fault = address === undefined ? undefined : faultOfAddress(channel, address);
    if (fault !== undefined) throw invalid([{ path: '/address', message: fault }]);
    const { personId } = caller;
    const addressSealed =
      address === undefined ? undefined : sealAddress(address, personId, this.settings.payloadKeys);
    await this.unitOfWork.run(caller.actor, async (work) => {
      if (takes !== 'none' && addressSealed === undefined) await requireAddress(work, personId, channel);
      await keepChannelChoice(work, personId, { channel, takes, addressSealed }, this.clock.now());
    });
  }
}

async function requireAddress(work: Work, personId: string, channel: PersonalChannelName): Promise<void> {
  const choices = await channelChoicesOf(work, personId);
  if (choices.some((one) => one.channel === channel && one.addressSealed !== null)) return;
  throw invalid([{ path: '/address', message: '请填写这个渠道的地址。' }]);
}
