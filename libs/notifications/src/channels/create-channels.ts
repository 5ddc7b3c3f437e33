import type { NotificationChannel } from './channel.js';
import type { ChannelSettings } from './channel-settings.js';
import { dingtalkChannel } from './dingtalk.channel.js';
import { mailChannel } from './mail.channel.js';
import { webhookChannel } from './webhook.channel.js';
import { wecomChannel } from './wecom.channel.js';

export interface ChannelDoors {
  readonly send: typeof fetch;
  /** Epoch ms. */
  readonly now: () => number;
}

/** The channels that are on. */
export function createChannels(
  { mail, webhook, wecom, dingtalk }: ChannelSettings,
  { send, now }: ChannelDoors,
): NotificationChannel[] {
  return [
    ...(mail ? [mailChannel(mail)] : []),
    ...(webhook ? [webhookChannel(webhook, send, now)] : []),
    ...(wecom ? [wecomChannel(wecom, send, now)] : []),
    ...(dingtalk ? [dingtalkChannel(dingtalk, send, now)] : []),
  ];
}
