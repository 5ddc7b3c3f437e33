import { ApiUnderTest } from '../testing/api-under-test.js';

/** What browsers send where somebody goes to an address. */
const BROWSERS = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start('opened_addresses');
});

afterAll(() => api.stop());

it.each([
  ['/nonsense', 404, '没有这个地址'],
  ['/api/nonsense', 404, '没有这个地址'],
  ['/api/cases', 401, '请重新登录'],
  ['/nonsense?x=%00', 422, '网址含有无效字符'],
])(
  '%s is a page to whoever opens it, and a document to whoever asks for data',
  async (path, expected, words) => {
    const opened = await api.visitor().send('GET', path, { headers: { accept: BROWSERS } });
    expect([opened.status, opened.type]).toEqual([expected, 'text/html; charset=utf-8']);
    expect(opened.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(opened.headers.get('vary')).toMatch(/accept/i);
    expect(opened.body).toContain(words);
    expect(opened.body).toContain('<a class="btn pri" href="/">回到首页</a>');
    for (const accept of ['*/*', 'application/json', 'application/problem+json, */*;q=0.1']) {
      const asked = await api.visitor().send('GET', path, { headers: { accept } });
      expect([accept, asked.status, asked.type]).toEqual([
        accept,
        expected,
        expect.stringContaining('application/problem+json'),
      ]);
    }
  },
);
