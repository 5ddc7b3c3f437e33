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

it.each([
  ['/villages/xyz', 404],
  ['/notices/01a22bba-302d-7136-9058-9eb57aeee868', 404],
  ['/notices/xyz', 404],
])(
  '%s is a page to whoever asks for nothing else, and a document to a program that names one',
  async (path, expected) => {
    for (const accept of [BROWSERS, '*/*', '']) {
      const { status, type } = await api.visitor().send('GET', path, { headers: { accept } });
      expect([accept, status, type]).toEqual([accept, expected, 'text/html; charset=utf-8']);
    }
    for (const accept of ['application/json', 'application/problem+json, */*;q=0.1']) {
      const { status, type, body } = await api.visitor().send('GET', path, { headers: { accept } });
      expect([accept, status, type]).toEqual([
        accept,
        expected,
        expect.stringContaining('application/problem+json'),
      ]);
      expect(body).toMatchObject({ status: expected, detail: expect.stringMatching(/。$/) });
    }
  },
);
