import { firstCases, leadFirstCases } from '@wuqing/dev-runtime/first-cases';
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

  const lead = (movesMax = Infinity): Promise<void> => {
    moves = 0;
    return leadFirstCases({
      cases: LED,
      baseUrl: product.baseUrl,
      fastForward: async (caseId, target) => {
        moves += 1;
        await product.fastForward(caseId, target);
      },
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
    expect(led.map(({ id }) => id)).toEqual(expect.arrayContaining(begun.map(({ id }) => id)));
    await lead();
    expect(await casesSeen()).toEqual(led);
    expect(notes).toEqual([]);
  }, 240_000);

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
});
