import type { ChannelName } from '@wuqing/notifications';

/** Channels by their Chinese names. */
export const channelWords: Readonly<Record<ChannelName, string>> = {
  mail: '邮件',
  webhook: '接口推送',
  wecom: '企业微信',
  dingtalk: '钉钉',
};
