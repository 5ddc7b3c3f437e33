import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JourneyDriver, People } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { Browsers, byVisitor, lookOf, placesOf, tourOf, type Stop } from '@wuqing/dev-runtime/ux';
import { required } from '@wuqing/kernel';
import { libraryJourneys } from '@wuqing/process-library';
import {
  HOSTILE,
  HOSTILE_LONG,
  MARK,
  hostileBpmn,
  hostileJourney,
  watchStrikes,
} from '../harness/hostile-texts.js';
import { Product } from '../harness/product.js';
import { publish } from '../harness/publish.js';
import { until } from '../harness/until.js';

/** Until the resolution hangs on the board. */
const STEPS_OF_MATTER = 14;
const STEPS_OF_ORDER = 2;
const LOOKS = { desk: lookOf(1440, 'normal'), phone: lookOf(390, 'normal'), public: lookOf(390, 'normal') };
const TOGETHER = 4;
const PATIENCE_MS = 10_000;
const PAGES_OF_A_VISIT = 10;
/** Of one route: the same parts show them all. */
const PAGES_OF_A_ROUTE = 2;

/** Must-hold 8: what people write is shown, on every page that there is, and executed on none. */
describe('hostile texts', () => {
  let product: Product;
  let browsers: Browsers;
  let stops: readonly Stop[];
  const strikes: string[] = [];
  const forbidden: string[] = [];
  const shown = new Set<string>();

  beforeAll(async () => {
    product = await Product.start({ name: 'hostile_texts' });
    await product.query('UPDATE person SET name = name || $1', [HOSTILE]);
    await product.query('UPDATE unit SET name = name || $1', [HOSTILE]);
    const people = new People(product.baseUrl, DEMO_PASSWORD);
    const [matter] = await Promise.all([
      begin('major-matter', 'A1', STEPS_OF_MATTER),
      begin('supervision-order', 'S2', STEPS_OF_ORDER),
    ]);
    const library = join(
      import.meta.dirname,
      '../../libs/process-library/two-user-tasks/two-user-tasks.bpmn',
    );
    await publish(product, hostileBpmn(readFileSync(library, 'utf8')));
    const clerk = await people.signedIn('v01-clerk');
    const unitId = required(clerk.me.positions[0], 'a village').unitId;
    await clerk.post('/api/cases', { processKey: 'two-user-tasks', unitId, title: HOSTILE });
    const supervisor = await people.signedIn('jiwei-head');
    await supervisor.post('/api/supervision/orders', { caseId: matter, title: HOSTILE });
    browsers = await Browsers.open({ baseUrl: product.baseUrl, password: DEMO_PASSWORD });
    stops = fewOfEach(await tourOf(browsers, await placesOf(people, {})));

    async function begin(process: string, key: string, steps: number): Promise<string> {
      const journey = required(
        libraryJourneys(process).find((one) => one.key === key),
        `journey ${key}`,
      );
      const ports = { people, fastForward: (id: string, target: number) => product.fastForward(id, target) };
      const hostile = hostileJourney(journey, steps);
      const driver = await JourneyDriver.begin(ports, hostile);
      for (const step of hostile.steps) {
        const { refusal } = await driver.take(step);
        if (refusal) throw new Error(`Expected ${step.on} to be taken: ${refusal.sentence}`);
      }
      return driver.caseId;
    }
  }, 240_000);

  afterAll(async () => {
    await browsers?.close();
    await product?.stop();
  }, 60_000);

  /** Opens what one person looks at, page after page, and notes which of them show what they were given. */
  async function openAll(together: readonly Stop[]): Promise<void> {
    const { surface, login } = required(together[0], 'a page');
    const visitor = await browsers.visitor(surface, login, LOOKS[surface]);
    await watchStrikes(visitor.context, strikes);
    const page = await visitor.newPage();
    for (const { name, path } of together) {
      await visitor.show(page, path);
      const text = await page.evaluate(() => document.body.innerText);
      if (text.includes(MARK)) shown.add(`${surface}/${name}`);
    }
    forbidden.push(...[...visitor.refused, ...visitor.foreign].map((one) => `${surface} ${login}: ${one}`));
    await visitor.close();
  }

  it('would be heard of if a page executed one', async () => {
    const visitor = await browsers.visitor('public', null, LOOKS.public);
    const heard: string[] = [];
    await watchStrikes(visitor.context, heard);
    const page = await visitor.newPage();
    await page.setContent(`<b title="${HOSTILE}"></b>`);
    await until(PATIENCE_MS, () => Promise.resolve(heard[0]));
    await visitor.close();
  });

  it('are executed by no page of the product, and shown for what they are', async () => {
    const waiting = byVisitor(stops).flatMap((group) => inParts(group, PAGES_OF_A_VISIT));
    const hand = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await openAll(next);
    };
    await Promise.all(Array.from({ length: TOGETHER }, hand));
    expect(strikes).toEqual([]);
    expect(forbidden).toEqual([]);
    for (const page of ['desk/cases', 'desk/inbox', 'phone/inbox', 'public/villages'])
      expect([page, [...shown].some((one) => one.startsWith(page))]).toEqual([page, true]);
  }, 120_000);

  it('leave a page as an answer that no browser takes for a page', async () => {
    const answer = await fetch(`${product.baseUrl}/api/public/notices`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/);
    expect(await answer.text()).toContain(JSON.stringify(HOSTILE_LONG).slice(1, 20));
  });
});

const fewOfEach = (stops: readonly Stop[]): Stop[] =>
  stops.filter(
    ({ surface, route }, at) =>
      stops.slice(0, at).filter((one) => one.surface === surface && one.route === route).length <
      PAGES_OF_A_ROUTE,
  );

const inParts = (stops: readonly Stop[], most: number): Stop[][] =>
  Array.from({ length: Math.ceil(stops.length / most) }, (_, at) => stops.slice(at * most, (at + 1) * most));
