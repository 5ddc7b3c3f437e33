import { ReceiverAway } from './channel.js';
import { sampleDelivery } from './delivery.fixture.js';
import { LocalServer, type Heard, type Said } from './local-server.fixture.js';
import { wecomChannel } from './wecom.channel.js';

const delivery = { ...sampleDelivery, address: 'zhangsan' };
const HOUR_MS = 3_600_000;
let server: LocalServer;
let now: number;
/** Tokens that the double has given, in order, and those that it takes. */
let given: string[];
let taken: Set<string>;
let says: (heard: Heard) => object;

const json = (value: object): Said => ({ status: 200, body: JSON.stringify(value) });

/** 企业微信 as its documents say: a token for corpid and corpsecret, a message for a token. */
function speak(heard: Heard): Said {
  const { method, address } = heard;
  const asked = (name: string) => address.searchParams.get(name);
  if (method === 'GET' && address.pathname === '/cgi-bin/gettoken') {
    if (asked('corpid') !== 'ww1' || asked('corpsecret') !== 's3cret')
      return json({ errcode: 40001, errmsg: 'invalid credential' });
    const token = `token-${given.length + 1}`;
    given.push(token);
    taken = new Set([token]);
    return json({ errcode: 0, errmsg: 'ok', access_token: token, expires_in: 7200 });
  }
  if (method !== 'POST' || address.pathname !== '/cgi-bin/message/send') return { status: 404 };
  if (!taken.has(asked('access_token') ?? ''))
    return json({ errcode: 42001, errmsg: 'access_token expired' });
  return json(says(heard));
}

beforeAll(async () => {
  server = await LocalServer.start();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.heard.length = 0;
  server.answer = speak;
  [now, given, taken] = [0, [], new Set()];
  says = () => ({ errcode: 0, errmsg: 'ok', msgid: 'm' });
});

const channel = (secret = 's3cret') =>
  wecomChannel({ url: server.url, corpId: 'ww1', agentId: 1000002, secret }, fetch, () => now);
const failureOf = (promise: Promise<void>) => promise.catch((error: unknown) => error as Error);
const sent = () => server.heard.filter(({ address }) => address.pathname.endsWith('/send'));

describe('wecomChannel', () => {
  it('sends a text to one member, and lets the server drop a repetition', async () => {
    await channel().deliver(delivery);
    expect(JSON.parse(sent()[0]!.body)).toEqual({
      touser: 'zhangsan',
      msgtype: 'text',
      agentid: 1000002,
      text: { content: `${delivery.text}\n${delivery.link}` },
      enable_duplicate_check: 1,
      duplicate_check_interval: 14400,
    });
  });

  it('asks for a token once, for many messages at a time too, and anew before it ends', async () => {
    const wecom = channel();
    await Promise.all([1, 2, 3, 4, 5].map(() => wecom.deliver(delivery)));
    expect(given).toHaveLength(1);
    now = 2 * HOUR_MS - 5 * 60_000 - 1;
    await wecom.deliver(delivery);
    expect(given).toHaveLength(1);
    now += 1;
    await wecom.deliver(delivery);
    expect(given).toHaveLength(2);
  });

  it('takes a new token where the server has ended the old one, and sends once more', async () => {
    const wecom = channel();
    await wecom.deliver(delivery);
    taken.clear();
    await wecom.deliver(delivery);
    expect([given.length, sent().length]).toEqual([2, 3]);
  });

  it.each([
    ['busy', { errcode: -1 }, true],
    ['too often', { errcode: 45009 }, true],
    ['too many at once', { errcode: 45033 }, true],
    ['not let in from this address', { errcode: 60020 }, true],
    ['no such member', { errcode: 60111 }, false],
    ['a member that is none, beside errcode 0', { errcode: 0, invaliduser: 'zhangsan' }, false],
    ['a member without a licence', { errcode: 0, unlicenseduser: 'zhangsan' }, false],
    ['nobody whom the app may reach', { errcode: 81013 }, false],
    ['no errcode at all', {}, false],
  ])('fails: %s; the server is at fault: %s', async (_what, answer, isAway) => {
    says = () => answer;
    const failure = await failureOf(channel().deliver(delivery));
    expect(failure).toBeInstanceOf(Error);
    expect(failure instanceof ReceiverAway).toBe(isAway);
    expect((failure as Error).message).not.toContain('zhangsan');
  });

  it('is away where the app is not known or the answer is none', async () => {
    expect(await failureOf(channel('wrong').deliver(delivery))).toBeInstanceOf(ReceiverAway);
    server.answer = () => ({ status: 200, body: '<html>' });
    const failure = await failureOf(channel().deliver(delivery));
    expect(failure).toBeInstanceOf(ReceiverAway);
    expect((failure as Error).message).not.toContain('s3cret');
  });
});
