import { required } from '@wuqing/kernel';
import {
  dayOf,
  JourneyDriver,
  People,
  type AlertShown,
  type NoticeDetailShown,
  type NoticeShown,
  type PageShown,
  type Person,
} from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import {
  libraryJourneys,
  type Journey,
  type JourneyStep,
  type JourneySubmission,
} from '@wuqing/process-library';
import { Product } from '../harness/product.js';
import { expectDates, expectSheet, expectStep, timerDays, type Told } from './journey-expectations.js';
import { probesOf, type Known } from './one-day-too-early.js';

const journeys = libraryJourneys('major-matter');
const journeyOf = (key: string): Journey =>
  required(
    journeys.find((journey) => journey.key === key),
    `journey ${key}`,
  );

/** Sheet 1(c) of the procedures, over HTTP, on the real servers, each case in its own time. */
describe('the dated journeys of the major matter', () => {
  let product: Product;
  let people: People;

  beforeAll(async () => {
    product = await Product.start({ name: 'major_matter' });
    people = new People(product.baseUrl, DEMO_PASSWORD);
  }, 180_000);

  afterAll(async () => {
    await product?.stop();
  }, 60_000);

  const begin = (journey: Journey): Promise<JourneyDriver> =>
    JourneyDriver.begin(
      { people, fastForward: (caseId, target) => product.fastForward(caseId, target) },
      journey,
    );

  /** Takes every step and holds it against what the file expects of it. */
  async function walk(journey: Journey): Promise<{ driver: JourneyDriver; told: Told[] }> {
    const driver = await begin(journey);
    expectDates(driver.begun, journey.start.expect?.opens);
    const told: Told[] = [];
    let known: Known = { timers: {}, submitted: {} };
    for (const step of journey.steps) {
      if ('submit' in step && !step.expect?.refusedBy) await tryTooEarly(driver, step, known);
      const outcome = await driver.take(step);
      expectStep(step, outcome, known);
      if ('submit' in step && !step.expect?.refusedBy) {
        known = {
          timers: { ...known.timers, ...step.expect?.timers },
          submitted: { ...known.submitted, [step.element]: step.submit },
        };
      }
      told.push({ step, outcome });
    }
    return { driver, told };
  }

  /** The day before each first possible day is refused in the bar's own words, and changes nothing. */
  async function tryTooEarly(driver: JourneyDriver, step: JourneySubmission, known: Known): Promise<void> {
    for (const { change, guard, sentence } of probesOf(step, known)) {
      const { refusal, opened, canceled } = await driver.take({
        ...step,
        submit: { ...step.submit, ...change },
      });
      expect({ refusal, opened, canceled }).toEqual({
        refusal: { guard, sentence },
        opened: [],
        canceled: [],
      });
    }
  }

  const alertsOf = async (person: Person, caseId: string): Promise<AlertShown[]> =>
    (await person.get<PageShown<AlertShown>>('/api/alerts?limit=200')).items.filter(
      (alert) => alert.caseId === caseId,
    );

  const noticeLines = async (driver: JourneyDriver): Promise<string[]> =>
    (await driver.timeline()).filter(({ kind }) => kind === 'notice').map(({ on, text }) => `${on} ${text}`);

  it('A1, from 08-24 to the result of 11-10 and the end of 11-26: 硬化道路', async () => {
    const { driver, told } = await walk(journeyOf('A1'));
    expectSheet(told, {
      due: {
        'propose-matter': ['2026-08-31'],
        'deliberate-committees': ['2026-09-01'],
        'review-by-town': ['2026-09-10'],
        'publish-resolution': ['2026-09-16'],
      },
      timers: ['2026-09-01', '2026-09-15', '2026-10-09', '2026-11-26'],
    });
    expect(await noticeLines(driver)).toEqual([
      '2026-09-09 公开「会议通知：硬化道路」，自 2026-09-09 起，至 2026-09-15',
      '2026-09-16 公开「决议公开：硬化道路」，自 2026-09-16 起，至 2026-10-08',
      '2026-11-10 公开「实施结果公开：硬化道路」，自 2026-11-10 起，至 2026-11-25',
    ]);
    const { seen } = required(told.at(-1), 'a last step').outcome;
    expect([seen.status, dayOf(seen.endedAt ?? '')]).toEqual(['completed', '2026-11-26']);
    expect(seen.clocks.map(({ shape }) => shape)).not.toContain('✓!');
    const result = await publicNotice('result', '2026-11-10');
    expect(result).toMatchObject({ from: '2026-11-10', to: '2026-11-25' });
    expect(result.fields.map(({ key }) => key).sort()).toEqual(['from', 'to']);
    expect(result.files.map(({ field }) => field).sort()).toEqual(['公开栏照片', '决算']);
  }, 240_000);

  it('A1 flagged: a contract of 09-28 is a suspicion, to be explained before it is verified', async () => {
    const { driver, told } = await walk(journeyOf('A1-flagged'));
    const implemented = required(
      told.find(({ step }) => 'element' in step && step.element === 'implement-matter'),
      'the step that carries the matter out',
    );
    expect(implemented.step).toMatchObject({ submit: { contractOn: '2026-09-28' } });
    expect(implemented.outcome.opened.map(({ name }) => name)).toEqual(['说明“假账嫌疑”']);
    const notified = await product.query<{ position: string }>(
      `SELECT recipient_position AS position FROM alert WHERE case_id = $1 AND kind = 'opened' ORDER BY 1`,
      [driver.caseId],
    );
    expect(notified.map(({ position }) => position)).toEqual([
      'office-head',
      'office-head',
      'supervision-director',
    ]);
    expect((await driver.timeline()).at(-1)?.text).toContain('七（2）实施结果公开');
  }, 240_000);

  it('A1 changed: the works stop on 10-19, the linked case meets on 11-02, the works go on after it', async () => {
    await walk(journeyOf('A1-suspended'));
    const { told } = await walk(journeyOf('A1-changed'));
    expectSheet(told, { due: { 'decide-by-body': ['2026-11-02'] }, timers: ['2026-10-24', '2026-11-02'] });
    const meeting = required(
      told.find(({ step }) => 'element' in step && step.element === 'decide-by-body'),
      'the meeting',
    );
    expect([meeting.step.on, meeting.outcome.refusal]).toEqual(['2026-11-02', null]);
  }, 300_000);

  it('A2: without the women’s share no vote is recorded, and the notice runs anew, over the holiday', async () => {
    const { driver, told } = await walk(journeyOf('A2'));
    expectSheet(told, {
      due: { 'decide-by-body': ['2026-02-10', '2026-02-26'], 'answer-objection': ['2026-03-16'] },
      timers: ['2026-01-20', '2026-02-09', '2026-02-17', '2026-03-17'],
    });
    const refused = required(
      told.find(({ outcome }) => outcome.refusal?.guard === 'bar-3'),
      'the refused vote',
    );
    expect(refused.outcome.refusal?.sentence).toBe('到会妇女代表不足全体妇女代表的三分之二，不得表决。');
    const votes = await product.query<{ heldOn: string; votes: number }>(
      `SELECT data ->> 'heldOn' AS "heldOn", (box ->> 'yes')::int + (box ->> 'no')::int + (box ->> 'abstain')::int AS votes
       FROM submission CROSS JOIN LATERAL (SELECT data #> '{meetingRoll,votes}' AS box) AS counted JOIN user_task t ON t.id = user_task_id WHERE t.case_id = $1 AND element_id = 'decide-by-body' ORDER BY 1`,
      [driver.caseId],
    );
    expect(votes).toEqual([
      { heldOn: '2026-02-10', votes: 0 },
      { heldOn: '2026-02-26', votes: 30 },
    ]);
    expect(await noticeLines(driver)).toContainEqual(
      '2026-02-27 公开「决议公开：误工补贴标准」，自 2026-02-27 起，至 2026-03-16',
    );
  }, 240_000);

  it('A3: 913 members decide, the town returns on the make-up day 05-09, 600 present are too few', async () => {
    const { driver, told } = await walk(journeyOf('A3'));
    expectSheet(told, {
      due: {
        'review-by-town': ['2026-05-12', '2026-05-27'],
        'decide-by-body': ['2026-06-05', '2026-06-20'],
        'publish-resolution': ['2026-06-22'],
      },
      timers: ['2026-04-20', '2026-05-18', '2026-06-05', '2026-06-19'],
    });
    const refused = told.flatMap(({ step, outcome }) =>
      outcome.refusal ? [[step.on, outcome.refusal.sentence]] : [],
    );
    expect(refused).toEqual([
      ['2026-05-09', '退回须写明法律法规依据，不得干预村民自治事项。'],
      ['2026-06-05', '到会人数未达法定人数，不得表决，请另行通知开会。'],
    ]);
    expect(await noticeLines(driver)).toContainEqual(
      '2026-06-22 公开「决议公开：征地补偿费分配」，自 2026-06-22 起，至 2026-07-07',
    );
    const after = await driver.take({ on: '2026-07-08', wait: true });
    expect(after.openedEarly).toEqual([]);
    expect(after.opened.map(({ elementId }) => elementId)).toContain('implement-matter');
    expect(timerDays(after)).toEqual(['2026-07-08']);
  }, 240_000);

  it('A4: the missed term is a breach after 08-31, climbs on 09-01 and 09-03, and stays 「超期办结」', async () => {
    const journey = journeyOf('A4');
    const driver = await begin(journey);
    const ladder = async (reference: string) =>
      (await alertsOf(await driver.personIn(reference, '2026-08-24'), driver.caseId))
        .filter(({ kind }) => kind !== 'warn')
        .map(({ kind, rung, at }) => ({ kind, rung, at }))
        .sort((one, other) => one.rung - other.rung);
    const [register, waiting, late] = journey.steps as [JourneyStep, JourneyStep, JourneyStep];
    const known: Known = { timers: {}, submitted: {} };
    expectStep(register, await driver.take(register), known);
    expect(register.expect?.escalates?.on).toEqual(['2026-09-01', '2026-09-01', '2026-09-03']);

    const last = await driver.take({ on: '2026-08-31', wait: true });
    expect(last.seen.clocks.find(isProposal)?.shape).toBe('▲');
    expect(await ladder('village-party-secretary')).toEqual([]);

    const breached = await driver.take({ on: '2026-09-01', wait: true });
    expect(breached.seen.clocks.find(isProposal)).toMatchObject({ shape: '■', dueOn: '2026-08-31' });
    const breach = { kind: 'due', rung: 0, at: '2026-08-31T16:00:00.000Z' };
    expect(await ladder('village-party-secretary')).toEqual([breach]);
    expect(await ladder('branch-secretary@branch')).toEqual([]);

    await driver.take({ on: '2026-09-02', wait: true });
    const first = { kind: 'rung', rung: 1, at: '2026-09-01T09:30:00.000Z' };
    expect(await ladder('branch-secretary@branch')).toEqual([first]);
    expect(await ladder('supervision-director')).toEqual([first]);

    expectStep(waiting, await driver.take(waiting), known);
    expect(await ladder('office-head@office:jiwei')).toEqual([]);

    const done = await driver.take(late);
    expectStep(late, done, known);
    expect(await ladder('office-head@office:jiwei')).toEqual([
      { kind: 'rung', rung: 2, at: '2026-09-03T09:30:00.000Z' },
    ]);
    expect(await ladder('branch-secretary@branch')).toEqual([first]);
    expect(done.seen.clocks.find(isProposal)).toMatchObject({
      shape: '✓!',
      text: '超期办结',
      dueOn: '2026-08-31',
    });
    const line = done.lines.find(({ kind }) => kind === 'completed');
    expect([line?.on, line?.detail]).toEqual(['2026-09-04', '超期办结（期限 2026-08-31，超 4 个工作日）']);
  }, 180_000);

  async function publicNotice(kind: string, from: string): Promise<NoticeDetailShown> {
    const villager = await fetch(`${product.baseUrl}/api/public/notices?village=v01`);
    const { items } = (await villager.json()) as PageShown<NoticeShown>;
    const { id } = required(
      items.find((notice) => notice.kind === kind && notice.from === from),
      `a notice of kind ${kind} from ${from}`,
    );
    return (await (await fetch(`${product.baseUrl}/api/public/notices/${id}`)).json()) as NoticeDetailShown;
  }
});

const isProposal = ({ name }: { readonly name: string }): boolean => name.includes('村党组织提议');
