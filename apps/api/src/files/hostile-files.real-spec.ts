import sharp from 'sharp';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { bombPng, docx, pdf, picture, withChunk, zipOf } from '../testing/files/sample-files.js';
import {
  announce,
  append,
  publishWithFiles,
  send,
  sent,
  startWithFiles,
} from '../testing/files/village-with-files.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let clerk: Visitor;
let taskId: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('hostile_files');
  await publishWithFiles(api);
  clerk = await api.signedIn('clerk');
});

beforeEach(async () => {
  ({ taskId } = await startWithFiles(clerk));
});

afterAll(() => api.stop());

const HTML = '<!doctype html><html><script>alert(1)</script></html>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
const OTHER_TYPE = /文件内容不是此栏接收的类型（.*）/;

describe('a hostile file', () => {
  it.each<[string, string, () => Promise<Buffer> | Buffer, RegExp]>([
    ['an SVG with script', 'notice', () => Buffer.from(SVG), OTHER_TYPE],
    ['an SVG called a photo', 'minutes', () => Buffer.from(`\n\n${SVG}`), OTHER_TYPE],
    ['a page', 'minutes', () => Buffer.from(HTML), OTHER_TYPE],
    ['a program', 'minutes', () => Buffer.from('MZ\x90\0'), OTHER_TYPE],
    ['a ZIP', 'minutes', () => zipOf('a.exe'), OTHER_TYPE],
    [
      'a document with macros',
      'minutes',
      () => zipOf('[Content_Types].xml', 'word/vbaProject.bin'),
      OTHER_TYPE,
    ],
    ['a paper where a photo is asked', 'notice', () => pdf(), OTHER_TYPE],
    ['a picture of two gigapixels', 'notice', () => bombPng(50_000), /图片的尺寸过大/],
    ['a picture that claims more than it has', 'notice', () => bombPng(3_000), /图片不完整或已损坏/],
    [
      'half a picture',
      'notice',
      async () => (await picture('jpeg', 600, 400)).subarray(0, 700),
      /图片不完整或已损坏/,
    ],
    [
      'a picture whose color profile is a page',
      'notice',
      async () => withChunk(await picture('png'), 'iCCP', `x\0\0${HTML}`),
      /图片里夹带了网页代码/,
    ],
  ])('%s is refused with a sentence, and nothing of it is kept', async (_what, field, make, words) => {
    const content = await make();
    const announced = await announce(clerk, { taskId, field, name: '照片.jpg', content });
    const { id } = announced.body;
    const answer = await append(clerk, id, 0, content);
    expect([answer.status, answer.type.split(';')[0], answer.body.detail]).toEqual([
      422,
      'application/problem+json',
      expect.stringMatching(words),
    ]);
    expect((await clerk.get(`/api/uploads/${id}`)).body).toMatchObject({
      state: 'refused',
      refusal: answer.body.detail,
      file: null,
    });
    expect((await clerk.get(`/api/files/${id}`)).status).toBe(404);
    expect([await api.storage.received(id), await api.storage.sizeOf(id)]).toEqual([0, undefined]);
    expect((await append(clerk, id, content.length, Buffer.alloc(0))).status).toBe(422);
  });

  it('of 2 GB is refused before it comes', async () => {
    const body = { field: 'minutes', name: '录像.pdf', bytes: 2_147_483_648 };
    const { status, body: problem } = await clerk.post(`/api/user-tasks/${taskId}/files`, body);
    expect([status, problem.errors]).toEqual([
      422,
      [{ path: '/bytes', message: '文件超过上限（2 MB），请压缩或拆分后再上传。' }],
    ]);
  });

  it('of 0 bytes is refused before it comes', async () => {
    const { status, body } = await announce(clerk, { taskId, field: 'minutes', content: Buffer.alloc(0) });
    expect([status, body.errors]).toEqual([
      422,
      [{ path: '/bytes', message: '这是一个空文件，没有内容，请重新选择。' }],
    ]);
  });

  it('for a field that the form has not, or that takes none, is refused before it comes', async () => {
    for (const field of ['nothing', '__proto__', 'constructor'])
      expect((await announce(clerk, { taskId, field, content: pdf() })).status).toBe(422);
  });
});

describe('what could do harm is made harmless', () => {
  it.each<[string, () => Promise<Buffer>]>([
    ['behind a PNG', async () => Buffer.concat([await picture('png'), Buffer.from(HTML)])],
    ['in a text of a PNG', async () => withChunk(await picture('png'), 'tEXt', `Comment\0${HTML}`)],
    ['behind a JPEG', async () => Buffer.concat([await picture('jpeg'), Buffer.from(HTML)])],
    ['behind a WebP', async () => Buffer.concat([await picture('webp'), Buffer.from(HTML)])],
  ])('a page %s stays outside of what is kept', async (_where, make) => {
    const content = await make();
    const { id } = await sent(clerk, { taskId, field: 'notice', name: 'page.html', content });
    const kept = await clerk.bytes(`/api/files/${id}`);
    expect(kept.includes(Buffer.from('<script'))).toBe(false);
    expect((await sharp(kept).raw().toBuffer()).equals(await sharp(content).raw().toBuffer())).toBe(true);
    const { headers } = await clerk.get(`/api/files/${id}`);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="page\.(png|jpg|webp)"/);
  });

  it.each([
    ['甲'.repeat(500), `${'甲'.repeat(100)}.docx`],
    ['../../etc/passwd', 'passwd.docx'],
    ['C:\\fakepath\\村务\u202e公开.exe.docx', '村务公开.docx'],
    ['<img src=x onerror=alert(1)>.docx', '_img src=x onerror=alert(1)_.docx'],
    ['会议"; filename="a.html', '会议_; filename=_a.docx'],
    ['.htaccess', '未命名.docx'],
    ['   ', '未命名.docx'],
  ])('a name: %j is kept as %j', async (name, kept) => {
    const answer = await announce(clerk, { taskId, field: 'minutes', name, content: docx() });
    if (/\p{Cf}/u.test(name)) return expect(answer.body.errors[0].message).toMatch(/看不见的字符/);
    await append(clerk, answer.body.id, 0, docx());
    const { file } = (await clerk.get(`/api/uploads/${answer.body.id}`)).body;
    expect([file.name, file.originalName]).toEqual([kept, name]);
    const { headers } = await clerk.get(`/api/files/${file.id}`);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"]*"; filename\*=UTF-8''[^"]*$/,
    );
    return undefined;
  });

  it('an old document leaves as bytes that nobody opens by himself', async () => {
    const old = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(2_000),
    ]);
    const { id } = await sent(clerk, { taskId, field: 'minutes', name: '名单.WPS', content: old });
    const { headers } = await clerk.get(`/api/files/${id}`);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect((await clerk.get(`/api/files/${id}/facts`)).body.name).toBe('名单.wps');
  });
});

describe('the protocol', () => {
  const send1 = async (headers: Record<string, string>) => {
    const { body } = await announce(clerk, { taskId, field: 'minutes', content: pdf() });
    return clerk.send('PATCH', `/api/uploads/${body.id}`, { raw: Uint8Array.from(pdf()), headers });
  };
  const good = {
    'tus-resumable': '1.0.0',
    'upload-offset': '0',
    'content-type': 'application/offset+octet-stream',
  };

  it.each<[string, Record<string, string>, number]>([
    ['another version', { ...good, 'tus-resumable': '0.2.2' }, 400],
    ['a place that is no number', { ...good, 'upload-offset': 'abc' }, 400],
    ['a place below nothing', { ...good, 'upload-offset': '-1' }, 400],
    ['another type', { ...good, 'content-type': 'application/json' }, 400],
  ])('refuses %s in Chinese', async (_what, headers, status) => {
    const answer = await send1(headers);
    expect([answer.status, /\p{Script=Han}/u.test(answer.body.detail)]).toEqual([status, true]);
  });

  it('asks for its own version', async () => {
    const { 'tus-resumable': _, ...headers } = good;
    expect((await send1(headers)).status).toBe(400);
  });

  it('does not answer without the page’s own token', async () => {
    const { body } = await announce(clerk, { taskId, field: 'minutes', content: pdf() });
    const answer = await clerk.send('PATCH', `/api/uploads/${body.id}`, {
      raw: Uint8Array.from(pdf()),
      headers: { ...good, 'x-csrf-token': 'x' },
    });
    expect(answer.status).toBe(403);
    expect((await send(clerk, { taskId, field: 'report', content: pdf() })).status).toBe(204);
  });
});
