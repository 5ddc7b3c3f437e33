import { required } from '@wuqing/kernel';
import { AccessToken } from './access-token.js';
import type { NotificationChannel } from './channel.js';
import { askedOf } from './http-post.js';
import { sentWithToken, workText, type ErrorCodes } from './work-message.js';

export interface WeComSettings {
  /** `https://qyapi.weixin.qq.com`. */
  readonly url: string;
  readonly corpId: string;
  readonly agentId: number;
  readonly secret: string;
}

const WHAT = '企业微信';
/** The server itself drops an equal message to the same person within this, its longest. */
const DUPLICATE_CHECK_S = 14_400;

/** 全局错误码 (developer.work.weixin.qq.com/document/path/90313). */
const codes: ErrorCodes = {
  ofTheToken: new Set([40_014, 42_001, 41_001]),
  // Busy · wrong secret or app · too often · too many at once · not let in from this address.
  ofTheServer: new Set([-1, 40_001, 40_013, 40_056, 45_009, 45_033, 48_002, 60_020, 301_002]),
};

/** 应用消息: `cgi-bin/gettoken`, then `cgi-bin/message/send`, a text to one member of the enterprise. */
export function wecomChannel(
  { url, corpId, agentId, secret }: WeComSettings,
  send: typeof fetch,
  now: () => number,
): NotificationChannel {
  const app = new URLSearchParams({ corpid: corpId, corpsecret: secret });
  const token = new AccessToken(
    WHAT,
    () => askedOf(send, WHAT, `${url}/cgi-bin/gettoken?${app}`, { method: 'GET' }),
    now,
  );
  const post = (body: object) => (value: string) =>
    askedOf(send, WHAT, `${url}/cgi-bin/message/send?${new URLSearchParams({ access_token: value })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    name: 'wecom',
    async deliver(delivery) {
      const message = {
        touser: required(delivery.address, `an address of delivery ${delivery.id}`),
        msgtype: 'text',
        agentid: agentId,
        text: { content: workText(delivery) },
        enable_duplicate_check: 1,
        duplicate_check_interval: DUPLICATE_CHECK_S,
      };
      const answer = await sentWithToken(WHAT, token, post(message), codes);
      // errcode 0 says that somebody has it; who has it not is named apart.
      const missed = [answer['invaliduser'], answer['unlicenseduser']].some(
        (who) => who !== undefined && who !== '',
      );
      if (missed) throw new Error(`Expected ${WHAT} to know the member, found an invaliduser`);
    },
  };
}
