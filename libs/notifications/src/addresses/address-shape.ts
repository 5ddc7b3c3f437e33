import type { PersonalChannelName } from '../channels/channel.js';

const MAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,190}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/;
/** 企业微信 and 钉钉: 1 to 64 letters, figures and a few signs; the sign that would name several people is not among them. */
const USER_ID = /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/;

const shapes: Readonly<Record<PersonalChannelName, { readonly pattern: RegExp; readonly wrong: string }>> = {
  mail: { pattern: MAIL, wrong: '邮箱地址应为 name@example.cn 的样子，只填一个。' },
  wecom: { pattern: USER_ID, wrong: '企业微信账号应为 1 至 64 个字母、数字或 _ . @ -，只填一个。' },
  dingtalk: { pattern: USER_ID, wrong: '钉钉 userid 应为 1 至 64 个字母、数字或 _ . @ -，只填一个。' },
};

/** Why this is no address of that channel, as a sentence for its owner; undefined where it is one. */
export const faultOfAddress = (channel: PersonalChannelName, address: string): string | undefined =>
  shapes[channel].pattern.test(address) ? undefined : shapes[channel].wrong;

/** As its owner recognizes it, and nobody else: 「z***@example.cn」, 「zh***」. */
export function maskedAddress(channel: PersonalChannelName, address: string): string {
  const at = channel === 'mail' ? address.indexOf('@') : address.length;
  return `${address.slice(0, channel === 'mail' ? 1 : 2)}***${address.slice(at)}`;
}
