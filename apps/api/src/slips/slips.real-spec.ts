import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { units, type Login } from '../testing/village-fixture.js';
import type { Answer, Visitor } from '../testing/visitor.js';

const MARK = '暗记七号';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;

beforeAll(async () => {
  api = await ApiUnderTest.start('slips');
  everybody = await api.everybody();
});

afterAll(() => api.stop());

/** Another moment; sessions do not last as long. */
async function goTo(moment: number): Promise<void> {
  api.now = moment;
  everybody = await api.everybody();
}
const DAY_MS = 86_400_000;

const clue = (change: object = {}) => ({
  kind: 'discipline-clue',
  fromUnitId: units.village,
  toUnitId: units.discipline,
  subject: '检查中发现的问题线索',
  content: `${MARK}：某某收受好处。`,
  ...change,
});
const send = (login: Login, body: object, key: string = randomUUID()): Promise<Answer> =>
  everybody[login].post('/api/slips', body, key);
const box = async (login: Login, name: string) =>
  (await everybody[login].get(`/api/slips?box=${name}&limit=200`)).body.items as {
    id: string;
    number: string;
  }[];
const open = (login: Login, id: string): Promise<Answer> =>
  everybody[login].post(`/api/slips/${id}/opening`, {});
const receive = (login: Login, id: string): Promise<Answer> =>
  everybody[login].post(`/api/slips/${id}/receipt`, {});
const numberOf = ({ number }: { readonly number: string }): number => Number(/〕(\d+) 号/.exec(number)?.[1]);

/** In the sender's own village, and above it. */
const otherRoles = ['clerk', 'director', 'representative', 'townHead', 'administrator'] as const;
/** Of another village, of another office. */
const otherPlaces = ['otherClerk', 'substitute', 'officeClerk', 'branchSecretary'] as const;

describe('a slip', () => {
  it('is numbered, shown to its sender and its office, received with time, and opened by the office alone', async () => {
    const sent = await send('secretary', clue());
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      number: '清移〔2026〕1 号',
      kindTitle: '问题线索移送单',
      fromUnit: '柳河村',
      toUnit: '纪委办',
      sentBy: '某secretary',
      receiptDueOn: '2026-08-25',
      isLate: false,
      receipt: null,
      mayReceive: false,
      mayOpen: false,
    });
    const { id } = sent.body;
    expect(JSON.stringify(sent.body)).not.toContain(MARK);
    expect(await box('secretary', 'sent')).toMatchObject([{ id }]);
    expect(await box('inspector', 'received')).toMatchObject([{ id, mayReceive: true, mayOpen: false }]);

    expect((await open('inspector', id)).body.detail).toBe('请先签收，再拆看密封的内容。');
    expect((await open('secretary', id)).status).toBe(403);
    await goTo(api.now + DAY_MS);
    const received = await receive('inspector', id);
    expect(received.body).toMatchObject({
      mayReceive: false,
      mayOpen: true,
      receipt: { by: '某inspector', onBehalfOf: [], at: '2026-08-25T01:00:00.000Z' },
    });
    await goTo(api.now + DAY_MS);
    expect((await receive('inspector', id)).body).toEqual(received.body);
    expect((await box('secretary', 'sent'))[0]).toMatchObject({
      receipt: { at: '2026-08-25T01:00:00.000Z' },
      mayOpen: false,
    });

    expect((await open('inspector', id)).body).toEqual({ content: `${MARK}：某某收受好处。` });
    expect((await open('secretary', id)).status).toBe(403);
    const looks = await everybody.inspector.get(`/api/slips/${id}/looks`);
    expect(looks.body.items).toEqual([{ personName: '某inspector', at: '2026-08-26T01:00:00.000Z' }]);
    expect((await everybody.secretary.get(`/api/slips/${id}/looks`)).status).toBe(403);
  });

  it('is late once its day has passed, whether it is received or not', async () => {
    const waiting = (await send('secretary', clue())).body;
    const taken = (await send('secretary', clue())).body;
    await goTo(Date.parse(`${waiting.receiptDueOn}T15:59:00Z`));
    expect((await box('inspector', 'received')).find(({ id }) => id === waiting.id)).toMatchObject({
      isLate: false,
    });
    api.now += 120_000;
    expect((await receive('inspector', taken.id)).body).toMatchObject({ isLate: true });
    expect((await box('secretary', 'sent')).find(({ id }) => id === waiting.id)).toMatchObject({
      isLate: true,
    });
  });

  it.each([...otherRoles, ...otherPlaces] as const)('is not there for %s', async (login) => {
    const { id } = (await send('secretary', clue())).body;
    for (const name of ['sent', 'received']) expect(await box(login, name)).toEqual([]);
    expect([(await receive(login, id)).status, (await open(login, id)).status]).toEqual([404, 404]);
    expect((await everybody[login].get(`/api/slips/${id}/looks`)).status).toBe(404);
  });

  it('is not received by its sender, nor sent to his own office', async () => {
    const own = await send('inspector', clue({ fromUnitId: units.discipline }));
    expect(own.body.errors).toEqual([{ path: '/toUnitId', message: '不能移送给本单位，请选择其他单位。' }]);
  });

  const wrong: readonly (readonly [string, Login, object, number, string | undefined])[] = [
    ['an unknown kind', 'secretary', clue({ kind: 'toString' }), 422, '/kind'],
    ['an office that does not take it', 'secretary', clue({ toUnitId: units.office }), 422, '/toUnitId'],
    ['a village', 'secretary', clue({ toUnitId: units.otherVillage }), 422, '/toUnitId'],
    ['nobody', 'secretary', clue({ toUnitId: randomUUID() }), 422, '/toUnitId'],
    ['no content', 'secretary', clue({ content: ' ' }), 422, '/content'],
    ['too much', 'secretary', clue({ content: '长'.repeat(10_001) }), 422, '/content'],
    ['no subject', 'secretary', clue({ subject: '' }), 422, '/subject'],
    ['an unknown field', 'secretary', clue({ number: '清移〔2026〕99 号' }), 422, '/number'],
    ['from another village', 'secretary', clue({ fromUnitId: units.otherVillage }), 403, undefined],
    ['by a seat that sends none', 'clerk', clue(), 403, undefined],
    ['by the town’s administrator', 'administrator', clue({ fromUnitId: units.town }), 403, undefined],
  ];
  it.each(wrong)('is refused with %s', async (_title, login, body, status, path) => {
    const answer = await send(login, body);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([status, path]);
  });
});

describe('the numbers of a series', () => {
  it('have no gap, whatever is refused, sent at once, or sent again', async () => {
    const before = (await box('secretary', 'sent')).map(numberOf);
    const keys = Array.from({ length: 12 }, () => randomUUID());
    const bodies = keys.map((_, n) => (n % 3 === 2 ? clue({ toUnitId: units.office }) : clue()));
    const twice = [...keys.keys(), ...keys.keys()];
    const answers = await Promise.all(twice.map((n) => send('secretary', bodies[n]!, keys[n])));
    expect(answers.map(({ status }) => status)).toEqual(twice.map((n) => (n % 3 === 2 ? 422 : 201)));
    for (const n of keys.keys()) expect(answers[n]!.body.id).toBe(answers[n + keys.length]!.body.id);
    const after = (await box('secretary', 'sent')).map(numberOf).sort((one, other) => one - other);
    expect(after).toEqual(Array.from({ length: before.length + 8 }, (_, at) => at + 1));
  });

  it('begin anew with the year, and are each kind’s own', async () => {
    await goTo(Date.parse('2027-01-04T01:00:00Z'));
    expect((await send('secretary', clue())).body.number).toBe('清移〔2027〕1 号');
    const transfer = { kind: 'office-transfer', fromUnitId: units.village, toUnitId: units.office };
    expect((await send('clerk', clue(transfer))).body.number).toBe('清转〔2027〕1 号');
  });

  it('are no other slip’s under a key that is used otherwise', async () => {
    const key = randomUUID();
    const first = await send('secretary', clue(), key);
    for (const change of [{ content: '另一件事' }, { subject: '另一件事' }])
      expect((await send('secretary', clue(change), key)).status).toBe(422);
    expect((await send('secretary', clue(), key)).body).toEqual(first.body);
  });
});

describe('what is sealed', () => {
  it('lies in the database under a key that the database does not have, and in one place', async () => {
    await send('secretary', clue());
    const tables = await api.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(40);
    for (const { name } of tables) {
      const rows = await api.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      const dump = rows.map(({ text }) => text).join('\n');
      for (const trace of [MARK, '收受好处', Buffer.from(MARK).toString('base64').slice(0, 12)])
        expect([name, dump.includes(trace)]).toEqual([name, false]);
    }
  });

  it('opens for no other slip', async () => {
    const [one, other] = [(await send('secretary', clue())).body, (await send('secretary', clue())).body];
    await receive('inspector', other.id);
    await api.query('ALTER TABLE slip_seal DISABLE TRIGGER slip_seal_kept');
    await api.query(
      'UPDATE slip_seal SET sealed = (SELECT sealed FROM slip_seal WHERE slip_id = $1) WHERE slip_id = $2',
      [one.id, other.id],
    );
    await api.query('ALTER TABLE slip_seal ENABLE TRIGGER slip_seal_kept');
    const opened = await open('inspector', other.id);
    expect(opened.status).toBe(500);
    expect(JSON.stringify(opened.body)).not.toContain(MARK);
  });

  it.each(['slip', 'slip_seal', 'slip_receipt', 'slip_look'])('%s is never changed', async (table) => {
    await expect(api.query(`DELETE FROM ${table}`)).rejects.toThrow();
  });
});

describe('the kinds that one may send', () => {
  const kindsOf = async (login: Login) => (await everybody[login].get('/api/slip-kinds')).body.items;

  it('name from where and to whom', async () =>
    expect(await kindsOf('secretary')).toMatchObject([
      { key: 'discipline-clue', from: [{ name: '柳河村' }], to: [{ name: '纪委办' }] },
      { key: 'office-transfer', from: [{ name: '柳河村' }], to: [{ name: '经管站' }] },
    ]));

  it('are none for whoever sends none', async () => expect(await kindsOf('representative')).toEqual([]));
});
