import ExcelJs from 'exceljs';
import type { LedgerKind } from '@wuqing/ledger';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { UNKNOWN } from '../testing/bad-request.js';
import { keepLedger, seatsFile, writeRow } from '../testing/kept-ledgers.js';
import { PROCESS_KEY, people, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

const rowId = (n: number): string => `00000009-0000-4000-8000-${String(n).padStart(12, '0')}`;
const reason = '换届选举';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let seats: LedgerKind;
let caseId: string;

const enter = (kind: LedgerKind, n: number, unitId: string, holder: string, at: string, more = {}) =>
  writeRow(
    api,
    kind,
    {
      rowId: rowId(n),
      unitId,
      write: {
        act: 'enter',
        data: { no: String(n), holder, from: '2026-01-01', phone: '13812345678', ...more },
        reason,
      },
    },
    { at },
  );

beforeAll(async () => {
  api = await ApiUnderTest.start('ledgers');
  everybody = await api.everybody();
  const body = { processKey: PROCESS_KEY, unitId: units.village, title: '换届' };
  caseId = (await everybody.clerk.post('/api/cases', body)).body.case.id;
  seats = await keepLedger(api, seatsFile('seats'));
  await enter(seats, 1, units.village, '王芳', '2026-02-01T01:00:00.000Z');
  await enter(seats, 2, units.village, '李强', '2026-03-01T01:00:00.000Z', { to: '2026-05-31' });
  await enter(seats, 3, units.otherVillage, '王海', '2026-04-01T01:00:00.000Z');
  await writeRow(
    api,
    seats,
    {
      rowId: rowId(1),
      unitId: units.village,
      write: { act: 'change', data: { holder: '王小芳' }, reason: '更名' },
    },
    {
      at: '2026-06-01T01:00:00.000Z',
      actorId: people.clerk.id,
      origin: { caseId, commandId: 'c', step: 'write#1' },
    },
  );
  await writeRow(
    api,
    seats,
    {
      rowId: rowId(1),
      unitId: units.village,
      write: { act: 'end', endedFrom: '2026-08-01', reason: '辞职' },
    },
    { at: '2026-07-20T01:00:00.000Z', actorId: people.clerk.id, confirmedBy: people.director.id },
  );
  const closed = await keepLedger(
    api,
    seatsFile('closed-seats', { readers: { rows: 'T', offices: ['jingguan'] }, looks: true }),
  );
  await enter(closed, 11, units.village, '赵六', '2026-02-01T01:00:00.000Z');
});

afterAll(() => api.stop());

const nosOf = async (visitor: Visitor, query = '', ledger = 'seats'): Promise<string[]> => {
  const { status, body } = await visitor.get(`/api/ledgers/${ledger}/rows${query}`);
  expect(status).toBe(200);
  return body.items.map(({ data }: { data: { no: string } }) => data.no);
};

describe('the list of ledgers', () => {
  it('is open to officials, and to nobody without an office', async () => {
    const { body } = await everybody.otherClerk.get('/api/ledgers');
    expect(body.items).toMatchObject([
      { key: 'closed-seats', looks: true, mayReadLooks: false },
      { key: 'seats', title: '席位登记簿', keyFields: ['no'], states: [{ key: 'seated' }, { ends: true }] },
    ]);
    expect((await everybody.representative.get('/api/ledgers')).status).toBe(403);
  });
});

describe('rows of a ledger', () => {
  it.each<[Login, string[]]>([
    ['clerk', ['2', '1']],
    ['otherClerk', ['3']],
    ['branchSecretary', ['3', '2', '1']],
    ['officeClerk', ['3', '2', '1']],
    ['inspector', ['3', '2', '1']],
    ['administrator', ['3', '2', '1']],
    ['substitute', ['2', '1']],
  ])('are those of the units that %s sees, the last begun first', async (login, nos) => {
    expect(await nosOf(everybody[login])).toEqual(nos);
  });

  it.each([
    ['?state=left', ['1']],
    ['?state=nothing', []],
    ['?inForceOn=2026-05-31', ['3', '2', '1']],
    ['?inForceOn=2026-06-01', ['3', '1']],
    ['?inForceOn=2026-08-01', ['3']],
    [`?unitId=${units.otherVillage}`, ['3']],
    ['?q=小芳', ['1']],
    ['?q=wh', ['3']],
    ['?q=wf', []],
    ['?asOf=2026-01-31', []],
    ['?asOf=2026-03-01', ['2', '1']],
    ['?asOf=2026-03-01&q=wf', ['1']],
    ['?asOf=2026-07-01&state=left', []],
    ['?asOf=2026-07-20&state=left', ['1']],
  ])('are found by %s', async (query, nos) => {
    expect(await nosOf(everybody.officeClerk, query)).toEqual(nos);
  });

  it('are told as they were on that day', async () => {
    const holderOn = async (query: string) =>
      (await everybody.clerk.get(`/api/ledgers/seats/rows?unitId=${units.village}${query}`)).body.items.at(
        -1,
      );
    expect(await holderOn('&asOf=2026-05-31')).toMatchObject({ version: 1, data: { holder: '王芳' } });
    expect(await holderOn('')).toMatchObject({
      version: 3,
      state: 'left',
      stateTitle: '离任',
      inForce: false,
      endedFrom: '2026-08-01',
      keptUntil: '2036-08-01',
      data: { holder: '王小芳' },
    });
  });

  it('come page behind page, each once', async () => {
    const seen: string[] = [];
    for (let query = '?limit=1'; query !== '';) {
      const { body } = await everybody.inspector.get(`/api/ledgers/seats/rows${query}`);
      seen.push(...body.items.map(({ data }: { data: { no: string } }) => data.no));
      query = body.next === null ? '' : `?limit=1&after=${encodeURIComponent(body.next)}`;
    }
    expect(seen).toEqual(['3', '2', '1']);
  });

  it('show of a field what the reader may see of it', async () => {
    const phoneOf = async (login: Login) =>
      (await everybody[login].get('/api/ledgers/seats/rows')).body.items.at(-1).data.phone;
    expect(await phoneOf('clerk')).toBe('138****5678');
    expect(await phoneOf('inspector')).toBe('13812345678');
    expect(await phoneOf('officeClerk')).toBe('13812345678');
  });

  it.each([
    '?inForceOn=2026-02-30',
    '?asOf=yesterday',
    '?asOf=2026-1-1',
    '?state=' + 'x'.repeat(65),
    '?unitId=1',
    '?after=x',
    '?limit=0',
    '?color=red',
  ])('refuse %s with what was expected', async (query) => {
    const { status, body } = await everybody.clerk.get(`/api/ledgers/seats/rows${query}`);
    expect(status).toBe(422);
    expect(body.errors[0].message).toMatch(/\p{Script=Han}/u);
  });

  it('are in no ledger that there is not', async () => {
    for (const path of ['rows', 'export', 'looks'])
      expect((await everybody.inspector.get(`/api/ledgers/none/${path}`)).status).toBe(404);
  });
});

describe('one row', () => {
  it('has its history, with who and why, out of which case, and whether it is whole', async () => {
    const { body } = await everybody.director.get(`/api/ledger-rows/${rowId(1)}`);
    expect(body.intact).toBe(true);
    expect(body.versions).toMatchObject([
      {
        version: 1,
        act: 'enter',
        actorName: '系统',
        confirmedByName: null,
        case: null,
        data: { holder: '王芳' },
      },
      {
        version: 2,
        act: 'change',
        reason: '更名',
        actorName: '某clerk',
        case: { id: caseId, title: '换届' },
      },
      { version: 3, act: 'end', confirmedByName: '某director', endedFrom: '2026-08-01', case: null },
    ]);
    expect(body.versions[0].data.phone).toBe('138****5678');
  });

  it.each<Login>(['otherClerk', 'representative'])('is for %s not there', async (login) => {
    const hidden = await everybody[login].get(`/api/ledger-rows/${rowId(1)}`);
    const absent = await everybody[login].get(`/api/ledger-rows/${UNKNOWN}`);
    expect([hidden.status, hidden.body]).toEqual([absent.status, absent.body]);
    expect([403, 404]).toContain(hidden.status);
  });

  it('says that it is not whole where somebody has changed it by force', async () => {
    await api.query('ALTER TABLE ledger_row_version DISABLE TRIGGER ledger_row_version_kept');
    await api.query(`UPDATE ledger_row_version SET reason = '无' WHERE row_id = $1`, [rowId(3)]);
    await api.query('ALTER TABLE ledger_row_version ENABLE TRIGGER ledger_row_version_kept');
    expect((await everybody.inspector.get(`/api/ledger-rows/${rowId(3)}`)).body.intact).toBe(false);
  });
});

describe('a ledger that some offices alone read', () => {
  it.each<[Login, string[]]>([
    ['officeClerk', ['11']],
    ['inspector', ['11']],
    ['clerk', ['11']],
    ['secretary', []],
    ['branchSecretary', []],
    ['townHead', []],
    ['administrator', []],
  ])('shows %s %j', async (login, nos) => {
    expect(await nosOf(everybody[login], '', 'closed-seats')).toEqual(nos);
    const { status } = await everybody[login].get(`/api/ledger-rows/${rowId(11)}`);
    expect(status).toBe(nos.length > 0 ? 200 : 404);
  });

  it('names to its keepers everybody who saw a row, and to nobody else', async () => {
    await api.query('ALTER TABLE ledger_look DISABLE TRIGGER USER');
    await api.query('DELETE FROM ledger_look');
    await api.query('ALTER TABLE ledger_look ENABLE TRIGGER USER');
    await everybody.officeClerk.get('/api/ledgers/closed-seats/rows');
    await everybody.inspector.get(`/api/ledger-rows/${rowId(11)}`);
    await everybody.secretary.get(`/api/ledger-rows/${rowId(11)}`);
    const { body } = await everybody.director.get('/api/ledgers/closed-seats/looks');
    expect(body.items).toMatchObject([
      { personName: '某inspector', how: 'row', unitName: '柳河村', rowId: rowId(11) },
      { personName: '某officeClerk', how: 'list' },
    ]);
    for (const login of ['officeClerk', 'clerk', 'otherClerk', 'administrator'] as const)
      expect((await everybody[login].get('/api/ledgers/closed-seats/looks')).status).toBe(404);
  });
});

describe('a workbook of a ledger', () => {
  it('holds what its reader sees, in the order of the form, and is noted where looks are', async () => {
    const book = new ExcelJs.Workbook();
    await book.xlsx.load((await everybody.clerk.bytes('/api/ledgers/seats/export?state=seated')) as never);
    const rows: unknown[] = [];
    book.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1, 8)));
    expect(rows).toEqual([
      ['单位', '编号', '姓名', '起日', '止日', '电话', '状态'],
      ['柳河村', '2', '李强', new Date('2026-01-01'), new Date('2026-05-31'), '138****5678', '在任'],
    ]);
    await everybody.officeClerk.bytes('/api/ledgers/closed-seats/export');
    const [look] = await api.query<{ how: string }>(
      'SELECT how FROM ledger_look ORDER BY at DESC, id DESC LIMIT 1',
    );
    expect(look?.how).toBe('export');
  });
});
