import { randomUUID } from 'node:crypto';
import { EditedLedgers } from '../testing/edited-ledgers.js';
import { people, units, type Login } from '../testing/village-fixture.js';

const reason = '换届选举';
const key = (): string => randomUUID();

let town: EditedLedgers;

beforeAll(async () => {
  town = await EditedLedgers.start('ledger_decisions');
});

afterAll(() => town.api.stop());

describe('a decision', () => {
  const proposed = async (login: Login, ledger = 'seats'): Promise<string> =>
    (await town.propose(login, town.entry(), ledger)).body.id;

  it('refuses with a sentence, and takes back without one; nothing is written', async () => {
    const refused = await proposed('clerk');
    expect((await town.decide('director', refused, { outcome: 'refused' })).body.errors[0].path).toBe(
      '/sentence',
    );
    const { body } = await town.decide('director', refused, { outcome: 'refused', sentence: ' 编号不对。 ' });
    expect(body).toMatchObject({
      rowId: null,
      decision: { outcome: 'refused', sentence: '编号不对。', by: '某director' },
    });
    const withdrawn = await proposed('clerk');
    expect((await town.decide('secondClerk', withdrawn, { outcome: 'withdrawn' })).status).toBe(403);
    expect((await town.decide('clerk', withdrawn, { outcome: 'withdrawn' })).body.decision.by).toBe(
      '某clerk',
    );
    for (const id of [refused, withdrawn])
      expect((await town.everybody.director.get(`/api/ledger-rows/${id}`)).status).toBe(404);
  });

  it('is made once: again under its key it is the same, otherwise it is too late', async () => {
    const [id, by] = [await proposed('clerk'), key()];
    const first = await town.decide('director', id, { outcome: 'confirmed' }, by);
    expect((await town.decide('director', id, { outcome: 'confirmed' }, by)).body).toEqual(first.body);
    expect((await town.decide('director', id, { outcome: 'refused', sentence: '不' }, by)).status).toBe(422);
    expect((await town.decide('director', id, { outcome: 'confirmed' })).status).toBe(409);
    expect((await town.row(id)).versions).toHaveLength(1);
  });

  it('of two at the same moment is one', async () => {
    const id = await proposed('clerk', 'two-hands');
    const answers = await Promise.all([
      town.decide('director', id, { outcome: 'confirmed' }),
      town.decide('secretary', id, { outcome: 'refused', sentence: '不' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each<[Login, Login, number]>([
    ['clerk', 'clerk', 403],
    ['director', 'director', 403],
    // Stands in for the director: his own, or in his name.
    ['director', 'substitute', 403],
    ['substitute', 'director', 403],
    ['substitute', 'clerk', 200],
    ['clerk', 'substitute', 200],
    ['clerk', 'secondClerk', 200],
    ['clerk', 'inspector', 403],
  ])('of what %s proposed, by %s: %d', async (proposer, decider, status) => {
    const id = await proposed(proposer, 'two-hands');
    const answer = await town.decide(decider, id, { outcome: 'confirmed' });
    expect([answer.status, answer.body.decision?.outcome]).toEqual([
      status,
      status === 200 ? 'confirmed' : undefined,
    ]);
  });

  it('by one who stands in for another names both', async () => {
    const id = await proposed('clerk', 'two-hands');
    const { body } = await town.decide('substitute', id, { outcome: 'confirmed' });
    expect(body.decision).toMatchObject({ by: '某substitute', onBehalfOf: ['某director'] });
    const mine = await town.propose('substitute', town.entry(), 'two-hands');
    expect(mine.body).toMatchObject({ by: '某substitute', onBehalfOf: ['某director'] });
  });

  it('of what is no longer possible stays open, with the sentence', async () => {
    const row = await town.standing();
    const change = (holder: string) =>
      town.propose('clerk', {
        unitId: units.village,
        row,
        write: { act: 'change', data: { holder }, expects: 1, reason },
      });
    const [first, second] = [await change('甲'), await change('乙')];
    expect((await town.decide('director', first.body.id, { outcome: 'confirmed' })).status).toBe(200);
    const late = await town.decide('director', second.body.id, { outcome: 'confirmed' });
    expect([late.status, late.body.detail]).toEqual([
      409,
      '现在不能这样登记：这一行已有第 2 版，请按新的内容重新变更。',
    ]);
    const { body } = await town.everybody.director.get('/api/ledgers/seats/edits');
    expect(body.items[0]).toMatchObject({ id: second.body.id, waits: true, mayDecide: true });
    const refusal = { outcome: 'refused', sentence: '已按甲登记。' };
    expect((await town.decide('director', second.body.id, refusal)).status).toBe(200);
  });
});

describe('the list of what is written by hand', () => {
  it('has what waits first, page behind page, each once', async () => {
    const open = (await town.propose('clerk', town.entry())).body.id;
    town.api.now += 60_000;
    await town.decide('director', (await town.propose('clerk', town.entry())).body.id, {
      outcome: 'confirmed',
    });
    const seen: { id: string; waits: boolean }[] = [];
    for (let query = '?limit=2'; query !== '';) {
      const { body } = await town.everybody.inspector.get(`/api/ledgers/seats/edits${query}`);
      seen.push(...body.items);
      query = body.next === null ? '' : `?limit=2&after=${encodeURIComponent(body.next)}`;
    }
    expect(seen[0]).toMatchObject({ id: open, waits: true });
    const states = seen.map(({ waits }) => waits);
    expect(states).toEqual(states.toSorted((a, b) => Number(b) - Number(a)));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  });

  it.each<[Login, number]>([
    ['clerk', 200],
    ['director', 200],
    ['substitute', 200],
    ['inspector', 200],
    ['secretary', 404],
    ['branchSecretary', 404],
    ['officeClerk', 404],
    ['administrator', 404],
    ['representative', 404],
  ])('is for %s: %d', async (login, status) => {
    expect((await town.everybody[login].get('/api/ledgers/seats/edits')).status).toBe(status);
  });

  it('tells no other village of it', async () => {
    await town.propose('clerk', town.entry());
    expect((await town.everybody.otherClerk.get('/api/ledgers/seats/edits')).body.items).toEqual([]);
    expect((await town.everybody.inspector.get('/api/ledgers/none/edits')).status).toBe(404);
  });

  it('tells each what he may do', async () => {
    const kindFor = async (login: Login, of = 'seats') =>
      (await town.everybody[login].get('/api/ledgers')).body.items.find(
        (one: { key: string }) => one.key === of,
      );
    expect(await kindFor('clerk')).toMatchObject({
      secondPerson: true,
      mayReadEdits: true,
      writableUnits: [{ id: units.village, name: '柳河村' }],
    });
    expect(await kindFor('director')).toMatchObject({ mayReadEdits: true, writableUnits: [] });
    expect(await kindFor('officeClerk')).toMatchObject({ mayReadEdits: false, writableUnits: [] });
    expect(await kindFor('clerk', 'processes-alone')).toMatchObject({
      mayReadEdits: false,
      writableUnits: [],
    });
  });

  it('writes down who saw rows of a ledger that asks for it', async () => {
    const { body } = await town.propose('clerk', town.entry(), 'closed-seats');
    await town.decide('director', body.id, { outcome: 'confirmed' });
    const write = { act: 'change', data: { holder: '乙' }, expects: 1, reason };
    await town.propose('clerk', { unitId: units.village, row: body.id, write }, 'closed-seats');
    await town.everybody.director.get('/api/ledgers/closed-seats/edits');
    const looks = await town.api.query<{ id: string }>(
      'SELECT DISTINCT person_id AS id FROM ledger_look WHERE row_id = $1',
      [body.id],
    );
    expect(looks.map(({ id }) => id).sort()).toEqual([people.clerk.id, people.director.id].sort());
  });
});
