import { allowedOrigins, requireAllowed } from './allowed-origins.js';
import { channelNames, type ChannelName } from './channel.js';
import type { DingTalkSettings } from './dingtalk.channel.js';
import type { MailSettings } from './mail.channel.js';
import type { WebhookSettings } from './webhook.channel.js';
import type { WeComSettings } from './wecom.channel.js';

/** Channels that are on; each is off where its address is not set. */
export interface ChannelSettings {
  /** Where people reach the product; links are made with it. */
  readonly publicUrl: string | null;
  readonly mail: MailSettings | null;
  readonly webhook: WebhookSettings | null;
  readonly wecom: WeComSettings | null;
  readonly dingtalk: DingTalkSettings | null;
}

type Env = Readonly<Record<string, string | undefined>>;

const WECOM = 'https://qyapi.weixin.qq.com';
const DINGTALK = 'https://oapi.dingtalk.com';
const SECRET_BYTES_MIN = 24;

/** Reads the environment (docs/notifications.md); throws a sentence that names what is missing or not allowed. */
export function channelSettingsFrom(env: Env): ChannelSettings {
  const allowed = new Set([...allowedOrigins(env['WUQING_NOTIFY_ALLOWED'] ?? ''), WECOM, DINGTALK]);
  const publicUrl = env['WUQING_PUBLIC_URL']?.replace(/\/+$/, '') || null;
  return {
    publicUrl,
    mail: mailFrom(env, allowed),
    webhook: webhookFrom(env, allowed, publicUrl ?? '/wuqing'),
    wecom: wecomFrom(env, allowed),
    dingtalk: dingtalkFrom(env, allowed),
  };
}

export const channelsOn = (settings: ChannelSettings): readonly ChannelName[] =>
  channelNames.filter((name) => settings[name] !== null);

/** Which channels the worker has, for whoever shows them and needs none of their secrets. */
export const channelsNamedIn = (env: Env): readonly ChannelName[] =>
  channelNames.filter((name) => Boolean(env[switches[name]]));

/** The variable that turns each on. */
const switches: Readonly<Record<ChannelName, string>> = {
  mail: 'WUQING_SMTP_URL',
  webhook: 'WUQING_WEBHOOK_URL',
  wecom: 'WUQING_WECOM_CORP_ID',
  dingtalk: 'WUQING_DINGTALK_APP_KEY',
};

function mailFrom(env: Env, allowed: ReadonlySet<string>): MailSettings | null {
  const url = env['WUQING_SMTP_URL'];
  if (!url) return null;
  requireAllowed(url, 'WUQING_SMTP_URL', allowed);
  const { protocol } = new URL(url);
  if (protocol !== 'smtp:' && protocol !== 'smtps:')
    throw new Error('Expected smtp:// or smtps:// in WUQING_SMTP_URL');
  const inTheClear = env['WUQING_SMTP_IN_THE_CLEAR'] === '1';
  return { url, from: expected(env, 'WUQING_SMTP_FROM'), inTheClear };
}

function webhookFrom(env: Env, allowed: ReadonlySet<string>, source: string): WebhookSettings | null {
  const url = env['WUQING_WEBHOOK_URL'];
  if (!url) return null;
  requireWeb(requireAllowed(url, 'WUQING_WEBHOOK_URL', allowed), 'WUQING_WEBHOOK_URL');
  const secret = Buffer.from(expected(env, 'WUQING_WEBHOOK_SECRET').replace(/^whsec_/, ''), 'base64');
  if (secret.length < SECRET_BYTES_MIN)
    throw new Error(`Expected ${SECRET_BYTES_MIN} bytes or more in WUQING_WEBHOOK_SECRET, as whsec_<base64>`);
  return { url, secret, source };
}

function wecomFrom(env: Env, allowed: ReadonlySet<string>): WeComSettings | null {
  const corpId = env['WUQING_WECOM_CORP_ID'];
  if (!corpId) return null;
  return {
    url: serverFrom(env, 'WUQING_WECOM_URL', WECOM, allowed),
    corpId,
    agentId: wholeNumber(env, 'WUQING_WECOM_AGENT_ID'),
    secret: expected(env, 'WUQING_WECOM_SECRET'),
  };
}

function dingtalkFrom(env: Env, allowed: ReadonlySet<string>): DingTalkSettings | null {
  const appKey = env['WUQING_DINGTALK_APP_KEY'];
  if (!appKey) return null;
  return {
    url: serverFrom(env, 'WUQING_DINGTALK_URL', DINGTALK, allowed),
    appKey,
    appSecret: expected(env, 'WUQING_DINGTALK_APP_SECRET'),
    agentId: wholeNumber(env, 'WUQING_DINGTALK_AGENT_ID'),
  };
}

function serverFrom(env: Env, name: string, usual: string, allowed: ReadonlySet<string>): string {
  const url = requireAllowed(env[name] || usual, name, allowed);
  requireWeb(url, name);
  return url.replace(/\/+$/, '');
}

function requireWeb(url: string, name: string): void {
  if (!/^https?:$/.test(new URL(url).protocol)) throw new Error(`Expected https:// or http:// in ${name}`);
}

function expected(env: Env, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`Expected the environment variable ${name}`);
  return value;
}

function wholeNumber(env: Env, name: string): number {
  const value = Number(expected(env, name));
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`Expected a whole number in ${name}`);
  return value;
}
