import { firstCases, leadFirstCases, type FirstCase } from '@wuqing/dev-runtime/first-cases';
import { People, type CaseShown, type PageShown } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { Product } from '../harness/product.js';

/** Begun, broken off in the middle and led on, overdue and ordered, and withdrawn. */
const LED = firstCases.filter(({ key }) =>
  ['registering', 'overdue', 'late-plan', 'withdrawn'].includes(key),
);

/** An order is a case of its own. */
const TITLES = LED.flatMap(({ title, standing }) =>
  standing === 'ordered' ? [title, `${title}逾期`] : [title],
).sort();

describe('the first cases of a demo', () => {
  let product: Product;
  const notes: string[] = [];
  /** How often a case was moved through time. */
  let moves = 0;

  beforeAll(async () => {
    product = await Product.start({ name: 'first_cases' });
  }, 180_000);

  afterAll(async () => {
    await product?.stop();
  }, 60_000);

  const lead = (movesMax = Infinity, cases: readonly FirstCase[] = LED): Promise<void> => {
    moves = 0;
    return leadFirstCases({
      cases,
      baseUrl: product.baseUrl,
      fastForward: async (caseId, target) => {
        moves += 1;
        await product.fastForward(caseId, target);
      },
      bringToPresent: (caseId) => product.bringToPresent(caseId),
      now: () => Date.now(),
      note: (line) => void notes.push(line),
      isEnding: () => moves >= movesMax,
    });
  };

  const casesSeen = async (): Promise<CaseShown[]> => {
    const head = await new People(product.baseUrl, DEMO_PASSWORD).signedIn('town-head');
    const { items } = await head.get<PageShown<CaseShown>>('/api/cases?limit=200');
    return [...items].sort((one, other) => (one.title < other.title ? -1 : 1));
  };

  it('go on where they were broken off, and are led once however often that is tried', async () => {
    await lead(4);
    const begun = await casesSeen();
    expect(begun.length).toBeGreaterThan(0);
    await lead();
    const led = await casesSeen();
    expect(notes).toEqual([]);
    expect(led.map(({ title }) => title)).toEqual(TITLES);
    const clerk = await new People(product.baseUrl, DEMO_PASSWORD).signedIn('v01-clerk');
    const edits = await clerk.get('/api/ledgers/assembly-authorizations/edits');
    expect(edits).toMatchObject({ items: [{ act: 'enter', waits: true }] });
    expect(led.map(({ id }) => id)).toEqual(expect.arrayContaining(begun.map(({ id }) => id)));
    await lead();
    expect(await casesSeen()).toEqual(led);
    expect(notes).toEqual([]);
  }, 240_000);

  it('live by the clock of everybody, so that their days are counted as everybody counts them', async () => {
    const rows = await product.query<{ title: string; offset: number }>(
      'SELECT title, clock_offset_ms::float8 AS offset FROM process_instance',
    );
    expect(rows.length).toBe(TITLES.length);
    expect(rows.filter(({ offset }) => offset !== 0)).toEqual([]);
    const clocks = await product.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM service_level_clock
       WHERE state = 'running' AND fires_at IS NOT NULL AND fires_at <> (instants -> next_index ->> 'at')::timestamptz`,
    );
    expect(clocks).toEqual([{ n: 0 }]);
  });

  it('leave red, green and ended ones', async () => {
    const head = await new People(product.baseUrl, DEMO_PASSWORD).signedIn('town-head');
    const statusOf = async (title: string) => (await casesSeen()).find((one) => one.title === title)?.status;
    expect(await statusOf('购置村级办公设备')).toBe('terminated');
    expect(await statusOf('修缮文化活动室')).toBe('running');
    const red = await head.get<PageShown<{ title: string }>>(
      '/api/supervision/watched-cases?color=red&limit=200',
    );
    expect(JSON.stringify(red.items)).toContain('清淤疏浚灌溉渠');
    expect(JSON.stringify(red.items)).toContain('改造老年活动中心');
  }, 60_000);

  it('have one that a villager objects to, in words and with a photo, and that nobody has answered', async () => {
    await lead(
      Infinity,
      firstCases.filter(({ key }) => key === 'objected'),
    );
    expect(notes).toEqual([]);
    const people = new People(product.baseUrl, DEMO_PASSWORD);
    const [seen] = (await casesSeen()).filter(({ title }) => title === '确定集体林地承包方案');
    const path = `/api/cases/${seen!.id}/objections`;
    const { items } = await (await people.signedIn('v01-director')).get<PageShown<object>>(path);
    expect(items).toMatchObject([
      {
        ground: '公开',
        text: expect.stringMatching(/承包价/),
        objector: null,
        isAnswered: false,
        photos: [{}],
      },
    ]);
    const [row] = await product.query(
      `SELECT clock_offset_ms::float8 AS offset FROM process_instance WHERE id = $1`,
      [seen!.id],
    );
    expect(row).toEqual({ offset: 0 });
  }, 240_000);
});
