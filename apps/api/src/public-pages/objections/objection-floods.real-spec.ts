import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { requestBudgets } from '../../http/request-budgets.js';
import type { ApiSettings } from '../../settings.js';
import { ApiUnderTest } from '../../testing/api-under-test.js';

/** No notice has this id: a form that is read is answered by 404. */
const PATH = '/notices/01a22bba-302d-7136-9058-9eb57aeee868/objection';
const FORM = '--b\r\ncontent-disposition: form-data; name="token"\r\n\r\nx\r\n--b--\r\n';
const SAID = '公示写 480 平方米';
const WRITTEN = FORM.replace(
  '--b--',
  `--b\r\ncontent-disposition: form-data; name="text"\r\n\r\n${SAID}\r\n--b--`,
);
const headers = { 'content-type': 'multipart/form-data; boundary=b' };
/** What a browser says that it reads, where somebody sends a form. */
const BROWSER = { ...headers, accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let api: ApiUnderTest;

const started = async (
  settings: Pick<ApiSettings, 'answerWithinMs' | 'formWithinMs' | 'budgets'> = {},
): Promise<void> => {
  api = await ApiUnderTest.start('objection_floods', { budgets: requestBudgets, ...settings });
};

afterEach(() => api.stop());

const whole = async (): Promise<number> =>
  (await api.visitor().send('POST', PATH, { raw: FORM, headers })).status;

/** Begins a form and goes on with nothing. */
async function stalled(bytes = 9_000): Promise<ClientRequest> {
  const arrived = once(api.app.getHttpServer(), 'request');
  const sending = httpRequest(new URL(PATH, api.baseUrl), {
    method: 'POST',
    headers: { ...headers, 'content-length': bytes },
  });
  sending.on('error', () => undefined); // it is cut off by us
  sending.write(FORM.slice(0, 9));
  await arrived;
  return sending;
}

describe('forms of objections', () => {
  it('that never come to their end keep nobody else from theirs', async () => {
    await started();
    const begun = [await stalled(), await stalled(), await stalled(), await stalled()];
    expect(await whole()).toBe(404);
    for (const sending of begun) sending.destroy();
  });

  it('that come slowly are read when everybody else has long been told to wait', async () => {
    await started({ answerWithinMs: 1 });
    const sending = await stalled(FORM.length);
    const answer = once(sending, 'response');
    for (let status = 0; status !== 503;) ({ status } = await api.visitor().get('/villages/v01'));
    sending.end(FORM.slice(9));
    expect(((await answer) as [IncomingMessage])[0].statusCode).toBe(404);
  });

  it('that did not come in time are cut off, and leave neither a place taken nor a file', async () => {
    await started({ formWithinMs: 200 });
    const begun = await Promise.all(Array.from({ length: 8 }, () => stalled()));
    const cut = await Promise.all(
      begun.map(async (sending) => {
        const [answer] = (await once(sending, 'response')) as [IncomingMessage];
        await once(answer.resume(), 'close');
        return answer.statusCode;
      }),
    );
    expect([...new Set(cut)]).toEqual([503]);
    expect(await whole()).toBe(404);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`wuqing-form-${process.pid}-`))).toEqual(
      [],
    );
  });

  it('count their parts by the boundary that parts them', async () => {
    await started();
    const raw = FORM.replaceAll(
      '--b\r\n',
      '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n\r\n'.repeat(60) + '--b\r\n',
    );
    for (const type of [
      'multipart/form-data; xboundary=zzz; boundary=b',
      'multipart/form-data; boundary=b',
    ]) {
      const { status } = await api.visitor().send('POST', PATH, { raw, headers: { 'content-type': type } });
      expect([type, status]).toEqual([type, 400]);
    }
  });

  it('are taken from one address up to eight at a time', async () => {
    await started();
    const begun: ClientRequest[] = [];
    const answers: Promise<unknown[]>[] = [];
    for (let n = 0; n < 9; n += 1) {
      const sending = await stalled();
      begun.push(sending);
      answers.push(once(sending, 'response'));
    }
    const [answer] = (await Promise.race(answers)) as [IncomingMessage];
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    for (const sending of begun) sending.destroy();
  });

  it('that come too often from one address are not taken, and leave what was written to whoever wrote it', async () => {
    await started();
    const statuses: number[] = [];
    for (let n = 0; n <= requestBudgets.objectionForm.burst; n += 1) statuses.push(await whole());
    expect([...new Set(statuses.slice(0, -1))]).toEqual([404]);
    expect(statuses.at(-1)).toBe(429);
    const { status, body } = await api.visitor().send('POST', PATH, { raw: WRITTEN, headers });
    expect([status, body]).toEqual([429, expect.stringMatching(/操作过于频繁/)]);
    expect(body).toContain(SAID);
  });

  it('leave what was written also where an address has asked for too much of anything', async () => {
    await started({ budgets: { ...requestBudgets, address: { burst: 1, perSecond: 0.001 } } });
    await api.visitor().get('/villages');
    const opened = await api.visitor().send('POST', PATH, { raw: WRITTEN, headers: BROWSER });
    expect([opened.status, opened.type]).toEqual([429, 'text/html; charset=utf-8']);
    expect(Number(opened.headers.get('retry-after'))).toBeGreaterThan(0);
    for (const words of [SAID, '操作过于频繁', '照片没有保存', `action="${PATH}"`])
      expect(opened.body).toContain(words);
    const asked = await api.visitor().send('POST', PATH, { raw: WRITTEN, headers });
    expect([asked.status, asked.type]).toEqual([429, expect.stringContaining('application/problem+json')]);
  });

  it('leave what has come of them where they did not come in time', async () => {
    await started({ formWithinMs: 200 });
    const sending = httpRequest(new URL(PATH, api.baseUrl), {
      method: 'POST',
      headers: { ...BROWSER, 'content-length': 900_000 },
    });
    sending.on('error', () => undefined); // it is cut off by us
    sending.write(
      WRITTEN.replace('--b--', '--b\r\ncontent-disposition: form-data; name="photos"; filename="a"\r\n\r\nx'),
    );
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    const body = await text(answer);
    expect(answer.statusCode).toBe(503);
    for (const words of [SAID, '没有传完', '照片没有保存', '姓名和电话']) expect(body).toContain(words);
  });
});
