import { randomUUID } from 'node:crypto';
import {
  JourneyDriver,
  People,
  Person,
  filledTask,
  type StepOutcome,
  type TaskDetailShown,
} from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required, type JsonObject } from '@wuqing/kernel';
import {
  libraryJourneys,
  rollOfMeeting,
  type Journey,
  type JourneyMeeting,
  type JourneySubmission,
} from '@wuqing/process-library';
import { Product } from '../harness/product.js';

interface Refused {
  readonly errors?: readonly { readonly path: string }[];
}

const journey: Journey = required(
  libraryJourneys('major-matter').find(({ key }) => key === 'A1'),
  'journey A1',
);
const stepOf = (element: string): JourneySubmission =>
  required(
    journey.steps.find((step): step is JourneySubmission => 'submit' in step && step.element === element),
    `a submission of ${element}`,
  );

interface Change {
  readonly submit?: JsonObject;
  /** Of the counts that the roll comes to. */
  readonly meeting?: Partial<JourneyMeeting>;
}

const morningOf = (element: string): number => Date.parse(`${stepOf(element).on}T09:00:00+08:00`);

/** Bars 9, 15 and 17 read the organization in PostgreSQL, and so does every record of whom somebody stood in for. */
describe('who may vote, who may supervise, and for whom somebody acts', () => {
  let product: Product;
  let driver: JourneyDriver;
  let secretary: { id: string; name: string };

  const idOf = async (login: string): Promise<{ id: string; name: string }> => {
    const rows = await product.query<{ id: string; name: string }>(
      'SELECT p.id, p.name FROM account a JOIN person p ON p.id = a.person_id WHERE a.login = $1',
      [login],
    );
    return required(rows[0], `an account ${login}`);
  };
  const take = (element: string, change: Change = {}): Promise<StepOutcome> => {
    const step = stepOf(element);
    const meeting = step.meeting && { meeting: { ...step.meeting, ...change.meeting } };
    return driver.take({ ...step, submit: { ...step.submit, ...change.submit }, ...meeting });
  };
  const guardOf = async (element: string, change: Change): Promise<string | undefined> =>
    (await take(element, change)).refusal?.guard;
  const taskOf = async (person: Person, element: string) => {
    const { tasks } = await person.get<{ tasks: { id: string; elementId: string; rowVersion: number }[] }>(
      `/api/cases/${driver.caseId}`,
    );
    return required(
      tasks.find(({ elementId }) => elementId === element),
      `an open ${element}`,
    );
  };
  const detailOf = async (login: string, element: string): Promise<TaskDetailShown> => {
    const person = await Person.signIn(product.baseUrl, login, DEMO_PASSWORD);
    const { id } = await taskOf(person, element);
    return person.get<TaskDetailShown>(`/api/user-tasks/${id}`);
  };
  const rollOf = async (login: string, element: string): Promise<TaskDetailShown['roll']> =>
    (await detailOf(login, element)).roll;

  beforeAll(async () => {
    product = await Product.start({ name: 'who_may_vote' });
    const people = new People(product.baseUrl, DEMO_PASSWORD);
    secretary = await idOf('v01-secretary');
    driver = await JourneyDriver.begin(
      { people, fastForward: (caseId, target) => product.fastForward(caseId, target) },
      journey,
    );
    await take('register-matter', { submit: { relatedPeople: [{ ...secretary }] } });
  }, 240_000);

  afterAll(async () => {
    await product?.stop();
  }, 60_000);

  it('shows the roll to whoever records the meeting, with what bars each one, and to nobody else', async () => {
    const roll = required(await rollOf('v01-secretary', 'propose-matter'), 'a roll');
    expect(roll.complete).toBe(true);
    expect(roll.persons.filter(({ mustRecuse }) => mustRecuse).map(({ id }) => id)).toEqual([secretary.id]);
    expect(await rollOf('v01-director', 'propose-matter')).toBeNull();
  });

  it('says beforehand what bars stand, by the same rules, and to nobody else', async () => {
    const shown = await detailOf('v01-secretary', 'propose-matter');
    const states = Object.fromEntries(shown.bars.map(({ id, state }) => [id, state]));
    expect(states).toEqual({
      'bar-2-propose': 'open',
      'bar-9-voters-propose': 'met',
      'recusal-recorded-propose': 'open',
    });
    expect((await detailOf('v01-director', 'propose-matter')).bars).toEqual([]);
  });

  it('refuses the vote of the related party, and takes the record without it', async () => {
    const { persons } = required(await rollOf('v01-secretary', 'propose-matter'), 'a roll');
    const marked = (mark: string) =>
      persons.map(({ id }) => ({ id, mark: id === secretary.id ? mark : '同意' }));
    const roll = (mark: string): Change => ({
      submit: { meetingRoll: { method: '举手', persons: marked(mark) } },
    });
    expect(await guardOf('propose-matter', roll('同意'))).toBe('bar-17-propose');
    const recorded = await take('propose-matter', roll('回避'));
    expect([recorded.refusal, recorded.opened.map(({ elementId }) => elementId).sort()]).toEqual([
      null,
      ['deliberate-committees', 'observe-2'],
    ]);
  });

  it('refuses supervision by kin of the village committee', async () => {
    const [supervisor, director] = [await idOf('v01-supervisor'), await idOf('v01-director')];
    const kinship = [supervisor.id, director.id];
    await product.query(
      "INSERT INTO kinship (person_a_id, person_b_id, relation) VALUES ($1, $2, 'siblings')",
      kinship,
    );
    const observed = { ...stepOf('deliberate-committees'), element: 'observe-2', as: 'supervision-director' };
    const step = { ...observed, submit: { attended: true, stance: '无异议' } };
    expect((await driver.take(step)).refusal).toEqual({
      guard: 'bar-15-observe-2',
      sentence: '该人员依法不得担任村务监督职务。',
    });
    await product.query('DELETE FROM kinship WHERE person_a_id = $1 AND person_b_id = $2', kinship);
    expect((await driver.take(step)).refusal).toBeNull();
  });

  it('refuses a roll that leaves somebody out, counts beside it, and a choice in a secret ballot', async () => {
    const { persons } = required(await rollOf('v01-secretary', 'deliberate-committees'), 'a roll');
    const all = persons.map(({ id }) => ({ id, mark: id === secretary.id ? '回避' : '同意' }));
    const errorsOf = async (meetingRoll: JsonObject, more: JsonObject = {}) => {
      const step = stepOf('deliberate-committees');
      const person = await Person.signIn(product.baseUrl, 'v01-secretary', DEMO_PASSWORD);
      const task = await taskOf(person, step.element);
      const submission = { ...(await filledTask(person, task, step)), meetingRoll, ...more };
      const body = { rowVersion: task.rowVersion, submission };
      const path = `/api/user-tasks/${task.id}/completion`;
      const answer = await person.request<Refused>('POST', path, body, randomUUID());
      return [answer.status, answer.body.errors?.map((error) => error.path)];
    };
    const byHand = { method: '举手', persons: all };
    expect(await errorsOf({ ...byHand, persons: all.slice(1) })).toEqual([422, ['/meetingRoll/persons']]);
    expect(await errorsOf({ ...byHand, votes: { yes: 8, no: 0, abstain: 0 } })).toEqual([
      422,
      ['/meetingRoll/votes'],
    ]);
    expect(await errorsOf(byHand, { yes: 8 })).toEqual([422, ['/yes']]);
    expect(await errorsOf({ ...byHand, method: '无记名', votes: { yes: 7, no: 0, abstain: 0 } })).toEqual([
      422,
      all.flatMap(({ mark }, at) => (mark === '同意' ? [`/meetingRoll/persons/${at}/mark`] : [])),
    ]);
  });

  it('names both where a substitute acts: in the audit and in the story', async () => {
    const recorded = await take('deliberate-committees', { meeting: { yes: 6 } });
    expect(recorded.refusal).toBeNull();
    const [clerk, substitute] = [await idOf('v01-clerk'), await idOf('v01-committee-1')];
    await product.query(
      `INSERT INTO delegation (id, from_person_id, to_person_id, unit_id, scope, from_on, to_on)
       SELECT gen_random_uuid(), $1, $2, unit_id, 'village-clerk', '2020-01-01', '2099-12-31' FROM person WHERE id = $1`,
      [clerk.id, substitute.id],
    );
    const person = await Person.signIn(product.baseUrl, 'v01-committee-1', DEMO_PASSWORD);
    const task = await taskOf(person, 'send-plan');
    await product.fastForward(driver.caseId, morningOf('send-plan'));
    const answer = await person.postUntilSettled(`/api/user-tasks/${task.id}/completion`, {
      rowVersion: task.rowVersion,
      submission: await filledTask(person, task, stepOf('send-plan')),
    });
    expect(answer.status).toBe(200);
    const audit = await product.query<{ actor: string; detail: JsonObject }>(
      `SELECT actor_id AS actor, detail FROM audit_entry WHERE case_id = $1 AND action = 'CompleteUserTask'
       ORDER BY seq DESC LIMIT 1`,
      [driver.caseId],
    );
    expect(audit[0]).toMatchObject({ actor: substitute.id, detail: { onBehalfOf: [clerk.id] } });
    const line = (await driver.timeline()).find(({ text }) => text === '办结「三 方案送达党员」');
    expect([line?.actor?.name, line?.detail]).toEqual([
      substitute.name,
      expect.stringContaining(`代${clerk.name}办理`),
    ]);
  });

  it('refuses the vote of a probationary party member, and of one who is not of the body', async () => {
    await product.fastForward(driver.caseId, morningOf('review-party-meeting'));
    const roll = required(await rollOf('v01-secretary', 'review-party-meeting'), 'a roll');
    const barred = required(
      roll.persons.find(({ mayVote }) => !mayVote),
      'one without a vote',
    ).id;
    const stranger = (await idOf('v02-clerk')).id;
    const meeting = { abstain: 2 };
    const marked = rollOfMeeting(
      { ...required(stepOf('review-party-meeting').meeting, 'a meeting'), ...meeting },
      roll,
    );
    const withOne = (id: string): Change => ({
      meeting,
      submit: {
        meetingRoll: { ...marked, persons: [...(marked['persons'] as JsonObject[]), { id, mark: '同意' }] },
      },
    });
    expect(await guardOf('review-party-meeting', withOne(barred))).toBe('bar-9-voters-review');
    expect(await guardOf('review-party-meeting', withOne(stranger))).toBe('voters-on-roll-review');
    expect((await take('review-party-meeting', { meeting })).refusal).toBeNull();
  });
});
