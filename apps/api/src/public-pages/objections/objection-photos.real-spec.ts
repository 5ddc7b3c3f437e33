import { wholeOf } from '@wuqing/file-storage';
import sharp from 'sharp';
import { ApiUnderTest } from '../../testing/api-under-test.js';
import {
  bombPng,
  pdf,
  photoWithPlace,
  picture,
  sha256Of,
  withChunk,
  zipOf,
} from '../../testing/files/sample-files.js';
import { PROCESS_KEY, units, type Login } from '../../testing/village-fixture.js';
import type { Answer, Visitor } from '../../testing/visitor.js';

const HTML = '<!doctype html><html><script>alert(1)</script></html>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
const NAME = '王秀英';
const WORDS = { ground: '内容', text: '公示写 480 平方米，实际 540。', name: NAME, phone: '13800001111' };
const PHOTOS_AGAIN = '照片没有保存，如果附了照片，请重新选择。';
const BOUNDARY = 'a-boundary-of-the-spec';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let caseId: string;
let noticeId: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('objection_photos');
  everybody = await api.everybody();
  const started = await everybody.clerk.post('/api/cases', {
    processKey: PROCESS_KEY,
    unitId: units.village,
    title: '硬化道路',
  });
  caseId = started.body.case.id;
  const [task] = await api.query<{ id: string }>('SELECT id FROM user_task WHERE case_id = $1', [caseId]);
  const [notice] = await api.query<{ id: string }>(
    `INSERT INTO public_notice (id, case_id, unit_id, user_task_id, kind, title, fields, from_on, to_on, published_at)
     VALUES (gen_random_uuid(), $1, $2, $3, 'resolution', '决议公开', '{}', '2026-08-20', '2026-09-08', '2026-08-21T01:00:00Z') RETURNING id`,
    [caseId, units.village, task!.id],
  );
  noticeId = notice!.id;
  await api.query(
    `INSERT INTO message_subscription (case_id, element_key, element_id, unit_id, message_name, correlation_key, opened_at)
     VALUES ($1, 'register#9', 'register', $2, 'objection', 'key-of-case', now())`,
    [caseId, units.village],
  );
});

afterAll(() => api.stop());

interface SentPhoto {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The form as a browser without script sends it. */
function multipart(
  fields: Readonly<Record<string, string>>,
  photos: readonly SentPhoto[],
): Uint8Array<ArrayBuffer> {
  const part = (head: string, content: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]);
  return new Uint8Array(
    Buffer.concat([
      ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, Buffer.from(value))),
      ...photos.map(({ name, content }) =>
        part(`name="photos"; filename="${name}"\r\ncontent-type: image/jpeg`, content),
      ),
      Buffer.from(`--${BOUNDARY}--\r\n`),
    ]),
  );
}

const path = (): string => `/notices/${noticeId}/objection`;
const post = (raw: Uint8Array<ArrayBuffer>): Promise<Answer> =>
  api.visitor().send('POST', path(), {
    raw,
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  });
async function opened(): Promise<string> {
  // Budgets come back while the pages lie open.
  api.now += 600_000;
  const { body } = await api.visitor().get(path());
  api.now += 5_000;
  return /name="token" value="([^"]+)"/.exec(body as string)![1]!;
}
const object = async (photos: readonly SentPhoto[], fields = {}) =>
  post(multipart({ ...WORDS, token: await opened(), ...fields }, photos));
const kept = (): Promise<{ id: string; sha256: string }[]> =>
  api.query('SELECT id, sha256 FROM objection_photo ORDER BY objection_id, place');
const shownTo = async (who: Login) => (await everybody[who].get(`/api/cases/${caseId}/objections`)).body;

describe('a photo of an objection', () => {
  it('is kept without what the camera said, once, and read by whoever reads the objection', async () => {
    const content = await photoWithPlace();
    const raw = multipart({ ...WORDS, token: await opened() }, [
      { name: '../../我家的院子.svg', content },
      { name: `${'长'.repeat(500)}.png`, content: await picture('png') },
    ]);
    for (const _ of ['first', 'again']) {
      const { status, body } = await post(raw);
      expect([status, (body as string).includes('以第一次写的为准')]).toEqual([200, false]);
    }
    const [photo, ...others] = await kept();
    expect(others).toHaveLength(1);
    const stored = Buffer.from(await wholeOf(await api.storage.read(photo!.id)));
    expect(sha256Of(stored)).toBe(photo!.sha256);
    const { exif, width, height, orientation } = await sharp(stored).metadata();
    expect(stored.includes('telephone') || stored.includes('2026:08:24')).toBe(false);
    expect([width, height]).toEqual([80, 60]);
    expect([
      exif === undefined || !exif.includes('GPS'),
      orientation === undefined || orientation === 6,
    ]).toEqual([true, true]);

    const { items } = await shownTo('clerk');
    expect(items[0].photos.map(({ id }: { id: string }) => id)).toEqual([photo!.id, others[0]!.id]);
    expect(JSON.stringify(items)).not.toContain(NAME);
    expect(JSON.stringify(await shownTo('inspector'))).toContain(NAME);
    const { headers, status } = await everybody.clerk.send('GET', items[0].photos[0].url);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(await everybody.clerk.bytes(items[0].photos[0].url)).toEqual(stored);
    const small = await sharp(await everybody.clerk.bytes(items[0].photos[0].thumbnailUrl)).metadata();
    expect([small.format, small.exif]).toEqual(['jpeg', undefined]);
  });

  it('comes with words that hold pasted signs nobody sees: they are kept without them', async () => {
    expect((await object([], { text: '公示写 480\u200b 平方米\ufeff。' })).status).toBe(200);
    const { items } = await shownTo('clerk');
    expect(items.map(({ text }: { text: string }) => text)).toContain('公示写 480 平方米。');
  });

  it('is sent as another one under the same form: the first stands, and the page says so', async () => {
    const fields = { ...WORDS, token: await opened() };
    const [one, other] = [await picture('png'), await picture('jpeg', 30, 30)];
    expect((await post(multipart(fields, [{ name: 'a.png', content: one }]))).status).toBe(200);
    const before = await kept();
    const again = await post(multipart(fields, [{ name: 'a.png', content: other }]));
    expect([again.status, (again.body as string).includes('以第一次写的为准')]).toEqual([200, true]);
    expect(await kept()).toEqual(before);
  });

  it.each<[Login | null, number]>([
    ['director', 200],
    ['officeClerk', 200],
    ['townHead', 200],
    ['representative', 404],
    ['otherClerk', 404],
    [null, 401],
  ])('is answered to %s with %i, and its absence the same', async (who, status) => {
    const [photo] = await kept();
    const visitor = who === null ? api.visitor() : everybody[who];
    for (const size of ['', '/thumbnail']) {
      const address = (id: string) => `/api/objection-photos/${id}${size}`;
      const hidden = await visitor.send('GET', address(photo!.id));
      expect([size, hidden.status]).toEqual([size, status]);
      if (status !== 404) continue;
      const absent = await visitor.send('GET', address('00000000-0000-4000-8000-000000000000'));
      expect(hidden.body).toEqual(absent.body);
    }
  });

  it('stands on no public page', async () => {
    const ids = (await kept()).map(({ id }) => id);
    for (const page of [`/notices/${noticeId}`, '/villages/v01', ...ids.map((id) => `/files/${id}`)]) {
      const { body } = await api.visitor().get(page);
      expect(ids.filter((id) => JSON.stringify(body).includes(id) && !page.includes(id))).toEqual([]);
    }
    for (const id of ids) expect((await api.visitor().get(`/files/${id}`)).status).toBe(404);
  });
});

describe('a hostile photo', () => {
  it.each<[string, () => Promise<Buffer> | Buffer, RegExp]>([
    ['an SVG with script', () => Buffer.from(SVG), /不是此栏接收的类型/],
    ['a page', () => Buffer.from(HTML), /不是此栏接收的类型/],
    ['a ZIP', () => zipOf('a.exe'), /不是此栏接收的类型/],
    ['a paper', () => pdf(), /不是此栏接收的类型/],
    ['0 bytes', () => Buffer.alloc(0), /空文件/],
    ['a picture of two gigapixels', () => bombPng(50_000), /图片的尺寸过大/],
    ['a picture that claims more than it has', () => bombPng(3_000), /图片不完整或已损坏/],
    [
      'a page in a picture',
      async () => withChunk(await picture('png'), 'iCCP', `x\0\0${HTML}`),
      /夹带了网页代码/,
    ],
    [
      'more than 10 MB',
      async () => Buffer.concat([await picture('jpeg'), Buffer.alloc(10_500_000)]),
      /超过上限/,
    ],
  ])(
    '%s is refused with a sentence, all that was typed stays, and nothing is kept',
    async (_what, make, words) => {
      const before = await kept();
      const { status, body } = await object([{ name: '照片.jpg', content: await make() }]);
      expect([status, body]).toEqual([422, expect.stringMatching(words)]);
      expect(body).toMatch(/第 1 张照片：.*照片都没有保存，请重新选择。/);
      expect(body).toContain(WORDS.text);
      expect(await kept()).toEqual(before);
    },
  );

  it('with a page behind its end is kept without it', async () => {
    const content = Buffer.concat([await picture('png'), Buffer.from(HTML)]);
    const { status } = await object([{ name: 'a.html', content }]);
    const ids = (await kept()).map(({ id }) => id);
    if (status === 422) return;
    for (const id of ids) {
      const stored = Buffer.from(await wholeOf(await api.storage.read(id)));
      expect(stored.includes('<script')).toBe(false);
    }
  });

  it('is one of twenty-one: refused, with how many may be sent', async () => {
    const content = await picture('png');
    const before = await kept();
    const { status, body } = await object(
      Array.from({ length: 21 }, (_, n) => ({ name: `${n}.png`, content })),
    );
    expect([status, body]).toEqual([422, expect.stringContaining('最多附 3 张照片')]);
    expect(await kept()).toEqual(before);
  });

  it.each<[string, () => Promise<Answer>, number]>([
    [
      'a body of too many parts',
      () => object([], Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`f${n}`, 'x']))),
      400,
    ],
    ['a body without an end', () => post(multipart({ ...WORDS }, []).slice(0, 120)), 400],
    ['nothing', () => post(new Uint8Array(0)), 400],
    [
      'a form without a boundary',
      () =>
        api.visitor().send('POST', path(), { raw: 'x', headers: { 'content-type': 'multipart/form-data' } }),
      415,
    ],
    ['more than the form may hold', () => post(new Uint8Array(32_600_000)), 413],
  ])('in %s is a page that says what to do', async (_what, send, status) => {
    const answer = await send();
    expect([answer.status, answer.type]).toEqual([status, 'text/html; charset=utf-8']);
  });

  it.each<[string, () => Promise<Answer>, number, readonly string[]]>([
    [
      'too many parts',
      () => object([], Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`f${n}`, 'x']))),
      400,
      ['提交的内容过多'],
    ],
    [
      'photos beyond all bounds',
      () => object([{ name: 'a.jpg', content: new Uint8Array(32_600_000) }]),
      413,
      ['超过上限'],
    ],
    ['no end', () => post(multipart(WORDS, []).slice(0, -20)), 400, ['提交的内容不完整']],
  ])('refused for %s leaves the words in the form, with what to do', async (_what, send, status, said) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    for (const words of [...said, WORDS.text, PHOTOS_AGAIN]) expect(answer.body).toContain(words);
    expect(answer.body).toMatch(/value="内容"\s+checked/);
  });

  it('comes a hundred times a day, and then without photos', async () => {
    await api.query(
      `INSERT INTO objection_photo (id, objection_id, case_id, unit_id, place, media_type, bytes, sha256, width, height)
       SELECT gen_random_uuid(), o.id, o.case_id, o.unit_id, 9, 'image/png', 1, 'x', 1, 1 FROM public_objection o LIMIT 1`,
    );
    await api.query('ALTER TABLE objection_photo DROP CONSTRAINT objection_photo_objection_id_place_key');
    await api.query(
      `INSERT INTO objection_photo (id, objection_id, case_id, unit_id, place, media_type, bytes, sha256, width, height)
       SELECT gen_random_uuid(), p.objection_id, case_id, unit_id, 9, media_type, 1, 'x', 1, 1
       FROM (SELECT * FROM objection_photo WHERE place = 9 LIMIT 1) p, generate_series(1, 100)`,
    );
    const full = await object([{ name: 'a.png', content: await picture('png') }]);
    expect([full.status, full.body]).toEqual([409, expect.stringContaining('先不附照片提交')]);
    expect(full.body).toContain(WORDS.text);
    expect(full.body).toContain(NAME);
    expect((await object([])).status).toBe(200);
  });
});
