import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { ApiUnderTest } from '../testing/api-under-test.js';
import { pdf, photoWithPlace, picture, sha256Of } from '../testing/files/sample-files.js';
import {
  complete,
  peopleWithFiles,
  sent,
  startWithFiles,
  type Reference,
} from '../testing/files/village-with-files.js';
import type { Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let clerk: Visitor;

beforeAll(async () => {
  ({ api, everybody, clerk } = await peopleWithFiles('read_files'));
});

afterAll(() => api.stop());

describe('a submitted file', () => {
  let references: Record<'notice' | 'minutes' | 'report' | 'letter', Reference>;
  let taskId: string;

  beforeAll(async () => {
    ({ taskId } = await startWithFiles(clerk));
    references = {
      notice: await sent(clerk, { taskId, field: 'notice', content: await picture('jpeg') }),
      minutes: await sent(clerk, { taskId, field: 'minutes', content: pdf('记录') }),
      report: await sent(clerk, { taskId, field: 'report', content: pdf('核查') }),
      letter: await sent(clerk, { taskId, field: 'letter', content: pdf('举报') }),
    };
    const submission = Object.fromEntries(Object.entries(references).map(([field, one]) => [field, [one]]));
    expect((await complete(clerk, taskId, submission)).status).toBe(200);
  });

  it.each<[Login, number, number, number, number]>([
    ['clerk', 200, 200, 404, 404],
    ['secretary', 200, 200, 404, 404],
    ['branchSecretary', 200, 200, 404, 404],
    ['townHead', 200, 200, 404, 404],
    ['officeClerk', 200, 200, 404, 404],
    ['inspector', 200, 200, 200, 404],
    ['otherClerk', 404, 404, 404, 404],
    ['representative', 404, 404, 404, 404],
  ])('is read by %s at P %i, V %i, T %i, N %i', async (login, p, v, t, n) => {
    const statuses = [];
    for (const { id } of Object.values(references))
      statuses.push((await everybody[login].get(`/api/files/${id}`)).status);
    expect(statuses).toEqual([p, v, t, n]);
  });

  it('that may not be read is answered byte for byte as one that is not there', async () => {
    const answerTo = async (visitor: Visitor, path: string) => {
      const { status, body, headers } = await visitor.get(path);
      return { status, body, type: headers.get('content-type'), tag: headers.get('etag') };
    };
    const nothing = await answerTo(clerk, `/api/files/${randomUUID()}`);
    for (const part of ['', '/thumbnail', '/facts'])
      expect(await answerTo(clerk, `/api/files/${references.letter.id}${part}`)).toEqual(nothing);
    expect(await answerTo(everybody.otherClerk, `/api/files/${references.notice.id}`)).toEqual(nothing);
    const nobody = api.visitor();
    const nothingPublic = await answerTo(nobody, `/api/public/files/${randomUUID()}`);
    for (const { id } of Object.values(references))
      expect(await answerTo(nobody, `/api/public/files/${id}`)).toEqual(nothingPublic);
    expect((await nobody.get(`/api/files/${references.notice.id}`)).status).toBe(401);
  });

  it('leaves as something that no browser executes', async () => {
    const { headers } = await clerk.get(`/api/files/${references.notice.id}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': expect.stringMatching(/^attachment;/),
      'cache-control': 'no-store',
    });
  });

  it('is sent in the parts that are asked for', async () => {
    const whole = await clerk.bytes(`/api/files/${references.minutes.id}`);
    const path = `/api/files/${references.minutes.id}`;
    const part = await clerk.send('GET', path, { headers: { range: 'bytes=2-5' } });
    expect([part.status, part.headers.get('content-range'), part.body]).toEqual([
      206,
      `bytes 2-5/${whole.length}`,
      whole.subarray(2, 6).toString('latin1'),
    ]);
    const beyond = await clerk.send('GET', path, { headers: { range: `bytes=${whole.length}-` } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
    const head = await clerk.send('HEAD', path);
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(whole.length)]);
  });

  it('is public with the notice that shows it, from the day on which it hangs', async () => {
    const nobody = api.visitor();
    const { id } = references.notice;
    await api.query(
      `INSERT INTO public_notice (id, case_id, unit_id, user_task_id, kind, title, fields, from_on, to_on, published_at)
       SELECT gen_random_uuid(), case_id, unit_id, id, 'notice', '公示', $2, '2026-08-25', '2026-08-29', now() FROM user_task WHERE id = $1`,
      [taskId, JSON.stringify({ notice: [references.notice], minutes: [references.minutes] })],
    );
    const read = () => nobody.get(`/api/public/files/${id}`);
    expect((await read()).status).toBe(404);
    const before = api.now;
    api.now += 24 * 3_600_000;
    expect((await read()).status).toBe(200);
    expect((await nobody.get(`/api/public/files/${id}/thumbnail`)).status).toBe(200);
    expect((await nobody.get(`/api/public/files/${references.minutes.id}`)).status).toBe(404);
    api.now = before;
  });
});

describe('a photo', () => {
  it('is kept without the time and place that the camera wrote into it; they are told to level T', async () => {
    const { taskId } = await startWithFiles(clerk);
    const content = await photoWithPlace();
    const photo = await sent(clerk, { taskId, field: 'notice', name: 'IMG_0001.jpeg', content });
    await complete(clerk, taskId, { notice: [photo] });
    const kept = await clerk.bytes(`/api/files/${photo.id}`);
    expect(sha256Of(kept)).toBe(photo.sha256);
    expect(kept.includes(Buffer.from('2026:08:24'))).toBe(false);
    const { orientation, exif } = await sharp(kept).metadata();
    expect([orientation, exif!.length < 40]).toEqual([6, true]);
    const facts = async (login: Login) => (await everybody[login].get(`/api/files/${photo.id}/facts`)).body;
    expect(await facts('secretary')).toMatchObject({
      width: 60,
      height: 80,
      hasThumbnail: true,
      origin: null,
    });
    expect((await facts('inspector')).origin).toEqual({
      takenAt: '2026-08-24T09:30:00+08:00',
      latitude: 30.25,
      longitude: 120.5,
      source: 'photo',
      originalSha256: sha256Of(content),
    });
    const thumbnail = await sharp(await clerk.bytes(`/api/files/${photo.id}/thumbnail`)).metadata();
    expect([thumbnail.format, thumbnail.width, thumbnail.height]).toEqual(['jpeg', 60, 80]);
  });

  it('that the browser made smaller keeps the hash of the one that was taken', async () => {
    const { taskId } = await startWithFiles(clerk);
    const origin = {
      sha256: 'b'.repeat(64),
      takenAt: '2026-08-24T09:30:00',
      latitude: 30.1,
      longitude: 120.2,
    };
    const { id } = await sent(clerk, { taskId, field: 'notice', content: await picture('jpeg'), origin });
    expect((await clerk.get(`/api/files/${id}/facts`)).body.origin).toMatchObject({
      originalSha256: origin.sha256,
      source: 'device',
      latitude: 30.1,
    });
  });
});

describe('the audit', () => {
  it('names a file that was changed on disk, and one that is gone', async () => {
    const { caseId, taskId } = await startWithFiles(clerk);
    const changed = await sent(clerk, { taskId, field: 'minutes', content: pdf('甲') });
    const gone = await sent(clerk, { taskId, field: 'minutes', content: pdf('乙') });
    const whole = await sent(clerk, { taskId, field: 'minutes', content: pdf('丙') });
    await complete(clerk, taskId, { minutes: [changed, gone, whole] });
    const audit = async () => (await everybody.inspector.get(`/api/cases/${caseId}/audit`)).body;
    expect(await audit()).toMatchObject({ verified: true, brokenAt: null, changedFiles: [] });
    await api.storage.keep(changed.id, pdf('丁'));
    await api.storage.remove(gone.id);
    expect(await audit()).toMatchObject({
      verified: false,
      brokenAt: 3,
      changedFiles: [
        { seq: 3, fileId: changed.id, state: 'changed' },
        { seq: 3, fileId: gone.id, state: 'missing' },
      ],
    });
  });
});
