import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { plainPress } from '../testing/plain-press.js';
import { people, units, type Login } from '../testing/village-fixture.js';
import type { Answer, Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;

beforeAll(async () => {
  api = await ApiUnderTest.start('letters', {}, plainPress);
  everybody = await api.everybody();
});

afterAll(() => api.stop());

async function goTo(day: string): Promise<void> {
  api.now = Date.parse(`${day}T01:00:00Z`);
  everybody = await api.everybody();
}

const reminder = (change: object = {}) => ({
  kind: 'reminder',
  fromUnitId: units.discipline,
  toUnitId: units.village,
  matter: '三务公开',
  facts: '六月的收支没有公开。',
  demand: '补公开，并说明原因。',
  ...change,
});
const issue = (login: Login, body: object, key: string = randomUUID()): Promise<Answer> =>
  everybody[login].post('/api/letters', body, key);
const answer = (login: Login, id: string, text = '已补公开。'): Promise<Answer> =>
  everybody[login].post(`/api/letters/${id}/answer`, { text });
const box = async (login: Login, name: string) =>
  (await everybody[login].get(`/api/letters?box=${name}&limit=200`)).body.items as {
    id: string;
    number: string;
  }[];

describe('a letter', () => {
  it('is numbered, told to who answers, read by both sides, answered once, and never changed', async () => {
    const { status, body } = await issue('inspector', reminder());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      number: '清提〔2026〕1 号',
      kindTitle: '提醒函',
      fromUnit: { name: '纪委办' },
      toUnit: { name: '柳河村' },
      issuedBy: '某inspector',
      answerBy: '2026-08-31',
      standing: 'waits',
      answer: null,
      mayAnswer: false,
      nextRung: null,
    });
    expect(body.paragraphs[0]).toBe('我们在工作中发现，你单位在三务公开方面存在以下情况：');
    const told = await api.query(
      `SELECT recipient_position AS seat, detail ->> 'name' AS name FROM notification_outbox
       WHERE template = 'letter-issued' AND detail ->> 'paperId' = $1 ORDER BY 1`,
      [body.id],
    );
    const seats = ['village-clerk', 'village-director', 'village-party-secretary'];
    expect(told).toEqual(seats.map((seat) => ({ seat, name: body.number })));

    expect(await box('clerk', 'received')).toMatchObject([{ id: body.id, mayAnswer: true }]);
    expect((await answer('inspector', body.id)).status).toBe(403);
    const answered = await answer('clerk', body.id);
    expect(answered.body).toMatchObject({
      standing: 'answered',
      mayAnswer: false,
      answer: { text: '已补公开。', by: '某clerk', onBehalfOf: [] },
    });
    expect((await answer('clerk', body.id)).body).toEqual(answered.body);
    expect((await answer('clerk', body.id, '另一个答复。')).status).toBe(409);
    expect((await answer('secretary', body.id)).status).toBe(409);
    expect((await everybody.inspector.get(`/api/letters/${body.id}`)).body.answer.text).toBe('已补公开。');
    for (const table of ['letter', 'letter_answer'])
      await expect(api.query(`DELETE FROM ${table}`)).rejects.toThrow();
  });

  it('is answered by a substitute in the name of whom he stands in for', async () => {
    const { id } = (await issue('inspector', reminder())).body;
    expect((await answer('substitute', id)).body.answer).toMatchObject({
      by: '某substitute',
      onBehalfOf: ['某director'],
    });
  });

  it.each([
    'otherClerk',
    'officeClerk',
    'representative',
    'administrator',
    'branchSecretary',
    'townHead',
  ] as const)('is not there for %s', async (login) => {
    const { id } = (await issue('inspector', reminder())).body;
    for (const name of ['issued', 'received'])
      expect((await box(login, name)).filter((one) => one.id === id)).toEqual([]);
    const answers = await Promise.all([
      everybody[login].get(`/api/letters/${id}`),
      everybody[login].get(`/api/letters/${id}/paper`),
      answer(login, id),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  const wrong: readonly (readonly [string, Login, object, number, string | undefined])[] = [
    ['an unknown kind', 'inspector', reminder({ kind: 'toString' }), 422, '/kind'],
    ['nobody', 'inspector', reminder({ toUnitId: randomUUID() }), 422, '/toUnitId'],
    ['the town', 'inspector', reminder({ toUnitId: units.town }), 422, '/toUnitId'],
    ['its own office', 'inspector', reminder({ toUnitId: units.discipline }), 422, '/toUnitId'],
    ['no demand', 'inspector', reminder({ demand: ' ' }), 422, '/demand'],
    ['too much', 'inspector', reminder({ facts: '长'.repeat(3_001) }), 422, '/facts'],
    ['an unknown field', 'inspector', reminder({ number: '清提〔2026〕99 号' }), 422, '/number'],
    [
      'a letter that is not there before it',
      'inspector',
      reminder({ followsId: randomUUID() }),
      404,
      undefined,
    ],
    ['for another office', 'inspector', reminder({ fromUnitId: units.office }), 403, undefined],
    ['by a village', 'clerk', reminder({ fromUnitId: units.village }), 403, undefined],
    ['by a clerk, of a kind for heads', 'inspector', reminder({ kind: 'order-to-correct' }), 403, undefined],
    [
      'without its basis',
      'townHead',
      reminder({ kind: 'order-to-correct', fromUnitId: units.town }),
      422,
      '/basis',
    ],
    [
      'an interview by itself',
      'townHead',
      reminder({ kind: 'interview', fromUnitId: units.town }),
      422,
      '/kind',
    ],
  ];
  it.each(wrong)('is refused: %s', async (_title, login, body, status, path) => {
    const refused = await issue(login, body);
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([status, path]);
  });

  it('has the series’ next number, once under its key, and no gap', async () => {
    const key = randomUUID();
    const answers = await Promise.all([
      ...[1, 2, 3].map(() => issue('inspector', reminder(), key)),
      issue('inspector', reminder({ toUnitId: units.town })),
      issue('inspector', reminder({ matter: '另一件事' })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 422, 201]);
    expect(new Set(answers.slice(0, 3).map(({ body }) => body.number)).size).toBe(1);
    expect((await issue('inspector', reminder({ matter: '改了' }), key)).status).toBe(422);
    const numbers = (await box('inspector', 'issued')).map(({ number }) =>
      Number(/〕(\d+) 号/.exec(number)?.[1]),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from(numbers, (_, at) => at + 1));
  });
});

describe('the next rung', () => {
  it('is taken once, when the day has passed without an answer', async () => {
    const first = (
      await issue('townHead', {
        ...reminder({ kind: 'order-to-correct', fromUnitId: units.town }),
        basis: '《村民委员会组织法》第三十五条',
      })
    ).body;
    const rung = { ...reminder({ kind: 'interview', fromUnitId: units.town }), followsId: first.id };
    expect((await issue('townHead', rung)).body.errors).toMatchObject([{ path: '/followsId' }]);
    await goTo('2026-09-08');
    expect((await everybody.townHead.get(`/api/letters/${first.id}`)).body).toMatchObject({
      answerBy: '2026-09-07',
      standing: 'late',
      nextRung: 'interview',
    });
    const next = await issue('townHead', rung);
    expect(next.body).toMatchObject({ number: '清约〔2026〕1 号', follows: first.number });
    expect(next.body.paragraphs[0]).toContain(first.number);
    expect((await issue('townHead', rung)).status).toBe(422);
    expect((await everybody.townHead.get(`/api/letters/${first.id}`)).body).toMatchObject({
      standing: 'followed',
      followedBy: next.body.number,
      nextRung: null,
    });
  });
});

describe('the paper', () => {
  it('says what was issued, and is known again by its code, without what it says', async () => {
    const { id, number } = (await issue('inspector', reminder())).body;
    const paper = await everybody.clerk.get(`/api/letters/${id}/paper`);
    expect([paper.status, paper.type]).toEqual([200, 'application/pdf']);
    const { letter, imprint } = JSON.parse(paper.body);
    expect(letter).toMatchObject({ title: '提醒函', number, addressee: '柳河村', from: '纪委办' });
    const { body: text } = await everybody.clerk.get(`/verify?code=${imprint.code}`);
    expect(text).toContain(number);
    expect(text).not.toContain('没有公开');
    expect(imprint.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is answered by nobody in the database who issued it', async () => {
    const { id } = (await issue('inspector', reminder())).body;
    await expect(
      api.query(`INSERT INTO letter_answer VALUES ($1, '是', $2, '{}', now())`, [id, people.inspector.id]),
    ).rejects.toThrow(/another person/);
  });
});
