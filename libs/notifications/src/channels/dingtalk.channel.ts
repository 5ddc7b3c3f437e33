import { required } from '@wuqing/kernel';
import { AccessToken } from './access-token.js';
import type { NotificationChannel } from './channel.js';
import { askedOf } from './http-post.js';
import { sentWithToken, workText, type ErrorCodes } from './work-message.js';

export interface DingTalkSettings {
  /** `https://oapi.dingtalk.com`. */
  readonly url: string;
  readonly appKey: string;
  readonly appSecret: string;
  readonly agentId: number;
}

const WHAT = '钉钉';

/** 服务端错误码; `88` is an authentication that failed, its `sub_code` says how. */
const codes: ErrorCodes = {
  ofTheToken: new Set([40_014, 42_001, 88]),
  // Busy · app unknown or wrong secret · too often (by app, by enterprise, in all) · not let in from this address.
  ofTheServer: new Set([
    -1, 40_001, 40_089, 60_020, 90_002, 90_005, 90_018, 90_022, 143_103, 143_104, 1_430_003,
  ]),
};

/**
 * 工作通知: `gettoken`, then `topapi/message/corpconversation/asyncsend_v2`, a text to one person. Their server takes it and sends
 * it later; an equal text to the same person on the same day it drops.
 */
export function dingtalkChannel(
  { url, appKey, appSecret, agentId }: DingTalkSettings,
  send: typeof fetch,
  now: () => number,
): NotificationChannel {
  const app = new URLSearchParams({ appkey: appKey, appsecret: appSecret });
  const token = new AccessToken(
    WHAT,
    () => askedOf(send, WHAT, `${url}/gettoken?${app}`, { method: 'GET' }),
    now,
  );
  const address = `${url}/topapi/message/corpconversation/asyncsend_v2`;
  const post = (body: object) => (value: string) =>
    askedOf(send, WHAT, `${address}?${new URLSearchParams({ access_token: value })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    name: 'dingtalk',
    async deliver(delivery) {
      const message = {
        agent_id: agentId,
        userid_list: required(delivery.address, `an address of delivery ${delivery.id}`),
        to_all_user: false,
        msg: { msgtype: 'text', text: { content: workText(delivery) } },
      };
      await sentWithToken(WHAT, token, post(message), codes);
    },
  };
}
