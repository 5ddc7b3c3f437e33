import { randomUUID } from 'node:crypto';
import { UNKNOWN } from '../testing/bad-request.js';
import { EditedLedgers } from '../testing/edited-ledgers.js';
import { people, units, type Login } from '../testing/village-fixture.js';

const reason = '换届选举';
const key = (): string => randomUUID();

let town: EditedLedgers;

beforeAll(async () => {
  town = await EditedLedgers.start('ledger_edits');
});

afterAll(() => town.api.stop());

describe('what is proposed by hand', () => {
  it('waits, and stands when another person has confirmed it, with both named', async () => {
    const proposed = await town.propose('clerk', town.entry({ phone: '13812345678' }));
    expect(proposed.status).toBe(200);
    expect(proposed.body).toMatchObject({
      act: 'enter',
      waits: true,
      rowId: null,
      by: '某clerk',
      decision: null,
      mayDecide: false,
      mayWithdraw: true,
      data: { holder: '王芳', phone: '138****5678' },
    });
    const { id } = proposed.body;
    expect((await town.everybody.director.get(`/api/ledger-rows/${id}`)).status).toBe(404);
    const confirmed = await town.decide('director', id, { outcome: 'confirmed' });
    expect(confirmed.body).toMatchObject({
      rowId: id,
      waits: false,
      decision: { outcome: 'confirmed', by: '某director', onBehalfOf: [] },
    });
    expect(await town.row(id)).toMatchObject({
      intact: true,
      mayEdit: false,
      versions: [{ version: 1, actorName: '某clerk', confirmedByName: '某director', case: null, reason }],
    });
  });

  it('is told once to those who may confirm it, by the name of the ledger', async () => {
    const [body, by] = [town.entry(), key()];
    const { id } = (await town.propose('clerk', body, 'seats', by)).body;
    await town.propose('clerk', body, 'seats', by);
    const told = await town.api.query(
      `SELECT case_id AS case, recipient_position AS seat, detail FROM notification_outbox
       WHERE template = 'ledger-edit-waits' AND detail ->> 'paperId' = $1 ORDER BY 2`,
      [id],
    );
    const { title } = await town.everybody.clerk
      .get('/api/ledgers')
      .then((answer) => answer.body.items.find((one: { key: string }) => one.key === 'seats'));
    const page = '/ledgers/seats/edits';
    const detail = { paperId: id, name: title, dueOn: null, page, notTo: [people.clerk.id] };
    expect(told).toEqual([{ case: null, seat: 'village-director', detail }]);
    expect(JSON.stringify(told)).not.toContain('王芳');
  });

  it('stands at once where the kind names nobody to confirm', async () => {
    const { status, body } = await town.propose('clerk', town.entry(), 'free-seats');
    expect([status, body.waits, body.rowId, body.decision]).toEqual([200, false, body.id, null]);
    expect((await town.row(body.id)).versions).toMatchObject([
      { actorName: '某clerk', confirmedByName: null },
    ]);
    expect((await town.decide('clerk', body.id, { outcome: 'withdrawn' })).status).toBe(409);
  });

  it('is proposed once under its key', async () => {
    const [body, by] = [town.entry(), key()];
    const first = await town.propose('clerk', body, 'seats', by);
    const again = await town.propose('clerk', body, 'seats', by);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await town.propose('clerk', town.entry(), 'seats', by)).status).toBe(422);
    const at = await town.propose('clerk', town.entry(), 'free-seats', by);
    expect(at.status).toBe(200);
    expect((await town.propose('clerk', body, 'seats', by)).body.id).toBe(first.body.id);
  });

  it('changes, corrects and ends a row that stands', async () => {
    const row = await town.standing();
    const act = async (write: object) => {
      const { body, status } = await town.propose('clerk', { unitId: units.village, row, write });
      expect([status, body.detail]).toEqual([200, undefined]);
      expect((await town.decide('director', body.id, { outcome: 'confirmed' })).status).toBe(200);
      return body;
    };
    const change = { act: 'change', data: { holder: '李小强', phone: null }, expects: 1, reason };
    expect(await act(change)).toMatchObject({
      data: { holder: '李小强' },
      standing: { id: row, version: 1, data: { holder: '李强', phone: '138****5678' } },
    });
    await act({ act: 'end', endedFrom: '2026-08-01', expects: 2, reason: '辞职' });
    await act({ act: 'correct', endedFrom: '2026-09-01', expects: 3, reason: '日期写错' });
    const { versions, row: stands } = await town.row(row);
    expect(versions.map((one: { act: string }) => one.act)).toEqual(['enter', 'change', 'end', 'correct']);
    expect(stands).toMatchObject({ endedFrom: '2026-09-01', data: { holder: '李小强' } });
    expect(stands.data.phone).toBeUndefined();
  });

  it('is judged at once, with the place of what is wrong', async () => {
    const row = await town.standing();
    const onRow = (write: object) => ({ unitId: units.village, row, write });
    const cases: [object, number, string | undefined][] = [
      [town.entry({ no: '' }), 422, '/write/data/no'],
      [town.entry({ more: 1 }), 422, '/write/data/more'],
      [town.entry({ to: '2025-01-01' }), 422, '/write/data/to'],
      [
        onRow({ act: 'change', data: { phone: '138****5678' }, expects: 1, reason }),
        422,
        '/write/data/phone',
      ],
      [onRow({ act: 'change', data: { holder: '甲' }, expects: 7, reason }), 409, undefined],
      [onRow({ act: 'change', data: { no: 'X' }, expects: 1, reason }), 422, '/write'],
      [onRow({ act: 'end', endedFrom: '2026-02-30', expects: 1, reason }), 422, '/write/endedFrom'],
      [onRow({ act: 'change', state: 'none', data: {}, expects: 1, reason }), 422, '/write/state'],
      [{ ...town.entry(), unitId: 'x' }, 422, '/unitId'],
      [{ unitId: units.village, write: { act: 'remove', reason } }, 422, '/write/act'],
      [{ unitId: units.village, write: [] }, 422, '/write'],
      [{ unitId: units.village, row, write: { act: 'end', expects: 1, reason: ' ' } }, 422, '/write/reason'],
    ];
    for (const [body, status, path] of cases) {
      const answer = await town.propose('clerk', body);
      expect([body, answer.status, answer.body.errors?.[0]?.path]).toEqual([body, status, path]);
      expect(JSON.stringify(answer.body)).toMatch(/\p{Script=Han}/u);
    }
    expect((await town.row(row)).versions).toHaveLength(1);
  });
});

describe('nobody else', () => {
  it.each<[Login, string, number]>([
    ['secretary', 'seats', 403],
    ['administrator', 'seats', 403],
    ['otherClerk', 'seats', 404],
    ['representative', 'seats', 404],
    ['director', 'seats', 403],
    ['secretary', 'closed-seats', 404],
    ['clerk', 'processes-alone', 403],
    ['clerk', 'none', 404],
  ])('proposes: %s, %s: %d', async (login, ledger, status) => {
    expect((await town.propose(login, town.entry(), ledger)).status).toBe(status);
  });

  it('is told of a village that is not his, or of an edit that he may not know', async () => {
    const foreign = await town.propose('clerk', town.entry({}, units.otherVillage));
    const absent = await town.propose('clerk', town.entry({}, UNKNOWN));
    expect([foreign.status, foreign.body]).toEqual([404, absent.body]);
    expect((await town.propose('clerk', town.entry({}, units.town))).status).toBe(404);
    const { body } = await town.propose('clerk', town.entry());
    for (const login of ['otherClerk', 'representative', 'officeClerk', 'secretary'] as const) {
      const hidden = await town.decide(login, body.id, { outcome: 'confirmed' });
      const none = await town.decide(login, UNKNOWN, { outcome: 'confirmed' });
      expect([login, hidden.status, hidden.body]).toEqual([login, 404, none.body]);
    }
  });

  it('changes a row of another village under the name of his own', async () => {
    const row = await town.standing(units.otherVillage);
    const [foreign, absent] = [
      await town.propose('clerk', town.change(row, '甲')),
      await town.propose('clerk', town.change(UNKNOWN, '甲')),
    ];
    expect([foreign.status, foreign.body]).toEqual([422, absent.body]);
  });
});

describe('the database', () => {
  const byHand = (sql: string, values: unknown[]) =>
    town.api.query(sql, values).then(
      () => 'done',
      (error: Error) => error.message,
    );

  it('keeps edits and decisions as they were written', async () => {
    const { body } = await town.propose('clerk', town.entry());
    await town.decide('clerk', body.id, { outcome: 'withdrawn' });
    for (const table of ['ledger_edit', 'ledger_edit_decision'])
      for (const sql of [
        `UPDATE ${table} SET on_behalf_of = '{}'`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ])
        expect(await byHand(sql, [])).toMatch(/Expected rows of \w+ to stay/);
    const again = `INSERT INTO ledger_edit_decision (edit_id, id, outcome, decided_by, on_behalf_of, decided_at)
      VALUES ($1, $1, 'confirmed', $2, '{}', now())`;
    expect(await byHand(again, [body.id, people.director.id])).toMatch(/duplicate key/);
  });

  it('lets nobody confirm his own, whatever the service says', async () => {
    const { body } = await town.propose('clerk', town.entry());
    const insert = `INSERT INTO ledger_edit_decision (edit_id, id, outcome, decided_by, on_behalf_of, decided_at)
      VALUES ($1, $1, $3, $2, '{}', now())`;
    expect(await byHand(insert, [body.id, people.clerk.id, 'confirmed'])).toMatch(/by another person/);
    expect(await byHand(insert, [body.id, people.director.id, 'withdrawn'])).toMatch(/by another person/);
  });
});
