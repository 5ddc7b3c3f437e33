import { ReceiverAway } from './channel.js';
import { sampleDelivery } from './delivery.fixture.js';
import { dingtalkChannel } from './dingtalk.channel.js';
import { LocalServer, type Heard, type Said } from './local-server.fixture.js';

const delivery = { ...sampleDelivery, address: 'manager4220' };
let server: LocalServer;
let given: string[];
let taken: Set<string>;
let says: () => object;

const json = (value: object): Said => ({ status: 200, body: JSON.stringify(value) });

/** 钉钉 as its documents say: a token for appkey and appsecret, a 工作通知 for a token. */
function speak({ method, address }: Heard): Said {
  const asked = (name: string) => address.searchParams.get(name);
  if (method === 'GET' && address.pathname === '/gettoken') {
    if (asked('appkey') !== 'ding1' || asked('appsecret') !== 's3cret')
      return json({ errcode: 40089, errmsg: '不合法的corpid或corpsecret' });
    given.push(`token-${given.length + 1}`);
    taken = new Set(given.slice(-1));
    return json({ errcode: 0, access_token: given.at(-1), errmsg: 'ok', expires_in: 7200 });
  }
  if (method !== 'POST' || address.pathname !== '/topapi/message/corpconversation/asyncsend_v2')
    return { status: 404 };
  if (!taken.has(asked('access_token') ?? ''))
    return json({ errcode: 88, sub_code: '40014', sub_msg: '不合法的access_token' });
  return json(says());
}

beforeAll(async () => {
  server = await LocalServer.start();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.heard.length = 0;
  server.answer = speak;
  [given, taken] = [[], new Set()];
  says = () => ({ errcode: 0, task_id: 256271667526, request_id: 'r' });
});

const channel = (appSecret = 's3cret') =>
  dingtalkChannel({ url: server.url, appKey: 'ding1', appSecret, agentId: 1234 }, fetch, () => 0);
const failureOf = (promise: Promise<void>) => promise.catch((error: unknown) => error as Error);
const sent = () => server.heard.filter(({ address }) => address.pathname.endsWith('/asyncsend_v2'));

describe('dingtalkChannel', () => {
  it('sends a work notification to one person', async () => {
    await channel().deliver(delivery);
    expect(JSON.parse(sent()[0]!.body)).toEqual({
      agent_id: 1234,
      userid_list: 'manager4220',
      to_all_user: false,
      msg: { msgtype: 'text', text: { content: `${delivery.text}\n${delivery.link}` } },
    });
  });

  it('keeps its token, and takes a new one where the server has ended it', async () => {
    const dingtalk = channel();
    await Promise.all([dingtalk.deliver(delivery), dingtalk.deliver(delivery)]);
    expect(given).toHaveLength(1);
    taken.clear();
    await dingtalk.deliver(delivery);
    expect([given.length, sent().length]).toEqual([2, 4]);
  });

  it.each([
    ['busy', { errcode: -1 }, true],
    ['too often by this app', { errcode: 90018 }, true],
    ['too many in a minute', { errcode: 143104 }, true],
    ['a token that stays none', { errcode: 88, sub_code: '40014' }, true],
    ['no such person', { errcode: 33012 }, false],
    ['a parameter that is none', { errcode: 400002 }, false],
  ])('fails: %s; the server is at fault: %s', async (_what, answer, isAway) => {
    says = () => answer;
    const failure = await failureOf(channel().deliver(delivery));
    expect(failure).toBeInstanceOf(Error);
    expect(failure instanceof ReceiverAway).toBe(isAway);
    expect((failure as Error).message).not.toContain('manager4220');
  });

  it('is away where the app is not known', async () => {
    expect(await failureOf(channel('wrong').deliver(delivery))).toBeInstanceOf(ReceiverAway);
  });
});
