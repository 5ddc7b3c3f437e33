import ExcelJs from 'exceljs';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { goOn, makePublishing, publish, term } from '../testing/published-cases.js';
import { PROCESS_KEY, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;

beforeAll(async () => {
  api = await ApiUnderTest.start('unit_page');
  await makePublishing(api);
  everybody = await api.everybody();
  const start = async (title: string): Promise<string> => {
    const body = { processKey: PROCESS_KEY, unitId: units.village, title };
    return (await everybody.clerk.post('/api/cases', body)).body.case.id;
  };
  await term(api, await start('卡在登记'), '2026-08-18', true);
  // As the deadline watch leaves it: the last instant that it fired is the end of the term.
  const instants = ['warn', 'due'].map((kind) => ({
    ...{ kind, rung: 0, at: '2026-08-18T16:00:00.000Z', recipients: ['village-clerk'] },
  }));
  await api.query(
    `UPDATE service_level_clock SET instants = $1, next_index = 2 WHERE breached_at IS NOT NULL`,
    [JSON.stringify(instants)],
  );
  await term(api, await start('快到期'), '2026-08-28', false);
  const published = await start('按期公开');
  await goOn(api, published);
  await term(api, published, '2026-08-21', false);
  await publish(api, published, '2026-08-21T02:00:00Z', '一致');
  await api.query(`UPDATE unit SET figures = '{"households": 304, "villagers18Plus": "x"}' WHERE id = $1`, [
    units.village,
  ]);
  api.now += 120_000; // what was read of units before that is forgotten
});

afterAll(() => api.stop());

it.each(['watched-cases?color=red', 'watched-cases?color=yellow', 'ended-cases'])(
  'a list is a workbook as it is seen: %s',
  async (address) => {
    const book = new ExcelJs.Workbook();
    await book.xlsx.load((await everybody.inspector.bytes(`/api/exports/${address}`)) as never);
    const sheet = book.worksheets[0]!;
    const at = (sheet.getRow(1).values as unknown[]).indexOf('编号');
    const numbers: unknown[] = [];
    sheet.eachRow((row, number) => number > 1 && numbers.push(row.getCell(at).value));
    const { body } = await everybody.inspector.get(`/api/supervision/${address}`);
    const listed = body.items.map(({ number, caseNumber }: Record<string, string>) => number ?? caseNumber);
    expect(numbers).toEqual(listed);
    if (address.endsWith('red')) expect(listed).toHaveLength(1);
  },
);

describe('the page of a unit', () => {
  const page = async (login: Login, unitId: string = units.village) =>
    (await everybody[login].get(`/api/supervision/units/${unitId}`)).body;

  it('says who leads it, and names nobody who has no office', async () => {
    const { seats } = await page('inspector');
    expect(seats).toContainEqual({ title: '村委会主任', names: ['某director'] });
    expect(seats).toContainEqual({ title: '村文书', names: ['某clerk', '某secondClerk'] });
    expect(JSON.stringify(seats)).not.toContain('某representative');
  });

  it('says how it publishes, and what it was ordered', async () => {
    const seen = await page('branchSecretary');
    expect(seen).toMatchObject({ unitName: '柳河村', parentName: '第一党总支', openOrders: 0 });
    expect(seen.publications).toEqual([
      {
        ...{ processKey: PROCESS_KEY, elementId: 'check', title: '结果公开', state: 'stuck', total: 2 },
        ...{ dueOn: '2026-08-18', doneOn: null, stepStuck: '登记' },
      },
    ]);
    expect((await page('branchSecretary', units.otherVillage)).publications).toEqual([]);
  });

  it('gives figures of the roll, and none that are no figures', async () =>
    expect((await page('townHead')).figures).toEqual({
      ...{ households: 304, villagers18Plus: null, collectiveMembers: null, partyMembersVoting: null },
    }));
});
