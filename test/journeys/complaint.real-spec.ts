import { JourneyDriver, People, type Person, type TimelineItemShown } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { libraryJourneys, type Journey } from '@wuqing/process-library';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { walkSideBySide } from '../harness/side-by-side.js';
import { expectDates, expectStep, seenFromCase } from './journey-expectations.js';
import type { Known } from './one-day-too-early.js';

const journeys = libraryJourneys('complaint');

let product: Product;
let people: People;
/** Discipline reads a case of level T throughout; whoever began it does not while another office has it. */
let discipline: Person;
let walked: (key: string) => Promise<JourneyDriver>;

beforeAll(async () => {
  product = await Product.start({ name: 'complaint' });
  people = new People(product.baseUrl, DEMO_PASSWORD);
  discipline = await people.holderOf('office-head@office:jiwei', 'v01', '2026-02-25');
  walked = walkSideBySide(journeys, walk);
}, 240_000);

afterAll(() => product?.stop(), 60_000);

/** Takes every step on its day and holds it against what the file expects. */
async function walk(journey: Journey): Promise<JourneyDriver> {
  const fastForward = (caseId: string, target: number) => product.fastForward(caseId, target);
  const driver = await JourneyDriver.begin({ people, fastForward }, journey);
  expectDates(driver.begun, journey.start.expect?.opens);
  Object.assign(driver, { observer: discipline });
  let timers: Known['timers'] = {};
  for (const step of journey.steps) {
    expectStep(seenFromCase(journey, step), await driver.take(step), { timers, submitted: {} });
    timers = { ...timers, ...step.expect?.timers };
  }
  await expectAgreement(product, driver.caseId);
  return driver;
}

it.each(journeys.map(({ key, title }) => [key, title]))(
  '%s %s: keeps every date on the real servers',
  async (key) => {
    const { caseId } = await walked(key);
    expect(caseId).not.toBe('');
  },
  400_000,
);

interface ClockShown {
  readonly element: string;
  readonly dueOn: string;
  readonly state: string;
  readonly moves: readonly unknown[];
}

const clocksOf = (caseId: string, name: string): Promise<ClockShown[]> =>
  product.query<ClockShown>(
    `SELECT element_id AS element, due_on::text AS "dueOn", state, moves FROM service_level_clock
     WHERE case_id = $1 AND policy ->> 'clock' = $2 ORDER BY id`,
    [caseId, name],
  );

it('B2: terms go on from step to step, move with extension and hearing, and every move is shown', async () => {
  const driver = await walked('B2');
  const stopped = { dueOn: '2026-05-06', state: 'stopped', moves: [] };
  const extended = { kind: 'extended', from: '2026-05-06', to: '2026-06-01', element: 'move-term' };
  expect(await clocksOf(driver.caseId, 'sixty-days')).toMatchObject([
    { element: 'mediate-petition', ...stopped },
    { element: 'plan-joint', ...stopped },
    { element: 'investigate', ...stopped },
    { element: 'investigate', ...stopped },
    { element: 'draft-opinion', dueOn: '2026-06-01', state: 'stopped', moves: [extended] },
  ]);
  const paused = { kind: 'paused', from: '2026-09-02', to: '2026-09-02', element: 'pause-hearing' };
  const resumed = { kind: 'resumed', from: '2026-09-02', to: '2026-09-07', element: 'resume-hearing' };
  expect(await clocksOf(driver.caseId, 'recheck')).toMatchObject([
    { element: 'track-recheck', dueOn: '2026-09-07', state: 'stopped', moves: [paused, resumed] },
  ]);
  const mayor = await people.holderOf('town-head@town', 'v01', '2026-04-28');
  const office = await people.holderOf('office-clerk@office:xinfang', 'v01', '2026-08-20');
  expect((await driver.timeline()).filter(({ kind }) => kind === 'term-moved').map(movedLine)).toEqual([
    `2026-04-28 ${mayor.me.person.name} 期限变动：「六十日内办结」延长，由 2026-05-06 改为 2026-06-01，理由：经批准延期，共30日`,
    `2026-08-18 ${discipline.me.person.name} 期限变动：「复核意见」暂停，期限仍为 2026-09-02，理由：听证`,
    `2026-08-20 ${office.me.person.name} 期限变动：「复核意见」恢复，由 2026-09-02 改为 2026-09-07，理由：听证`,
  ]);
}, 400_000);

const movedLine = ({ on, actor, text, detail }: TimelineItemShown): string =>
  `${on} ${actor?.name} ${text}，${detail}`;

it('is found in the list of cases by the offices that have handled it, and by no other', async () => {
  const { caseId } = await walked('B7');
  const finds = async (login: string): Promise<boolean> => {
    const person = await people.signedIn(login);
    const { items } = await person.get<{ items: { id: string }[] }>(
      '/api/cases?processKey=complaint&limit=100',
    );
    return items.some(({ id }) => id === caseId);
  };
  const [registered, answered] = [await finds('xinfang-clerk'), await finds('jingguan-clerk')];
  expect({ registered, answered }).toEqual({ registered: true, answered: true });
  const [otherOffice, village] = [await finds('minzheng-clerk'), await finds('v01-secretary')];
  expect({ otherOffice, village }).toEqual({ otherOffice: false, village: false });
});
