import {
  JourneyDriver,
  People,
  Person,
  type StepOutcome,
  type TaskDetailShown,
} from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required, type JsonObject } from '@wuqing/kernel';
import { libraryJourneys, type Journey, type JourneySubmission } from '@wuqing/process-library';
import { Product } from '../harness/product.js';

const journey: Journey = required(
  libraryJourneys('major-matter').find(({ key }) => key === 'A1'),
  'journey A1',
);
const stepOf = (element: string): JourneySubmission =>
  required(
    journey.steps.find((step): step is JourneySubmission => 'submit' in step && step.element === element),
    `a submission of ${element}`,
  );

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
  const take = (element: string, change: JsonObject = {}): Promise<StepOutcome> => {
    const step = stepOf(element);
    return driver.take({ ...step, submit: { ...step.submit, ...change } });
  };
  const guardOf = async (element: string, change: JsonObject): Promise<string | undefined> =>
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
  const rollOf = async (login: string, element: string): Promise<TaskDetailShown['roll']> => {
    const person = await Person.signIn(product.baseUrl, login, DEMO_PASSWORD);
    const { id } = await taskOf(person, element);
    return (await person.get<TaskDetailShown>(`/api/user-tasks/${id}`)).roll;
  };

  beforeAll(async () => {
    product = await Product.start({ name: 'who_may_vote' });
    const people = new People(product.baseUrl, DEMO_PASSWORD);
    secretary = await idOf('v01-secretary');
    driver = await JourneyDriver.begin(
      { people, fastForward: (caseId, target) => product.fastForward(caseId, target) },
      journey,
    );
    // Named by name, as a village clerk writes it down.
    await take('register-matter', { relatedParties: [secretary.name] });
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

  it('refuses the vote of the related party, and takes the record without it', async () => {
    const { persons } = required(await rollOf('v01-secretary', 'propose-matter'), 'a roll');
    const all = persons.map(({ id }) => id);
    expect(await guardOf('propose-matter', { voters: all })).toBe('bar-17-propose');
    expect(await guardOf('propose-matter', { voters: all.filter((id) => id !== secretary.id) })).toBe(
      'recusal-recorded-propose',
    );
    const recorded = await take('propose-matter', { yes: 4, recused: [secretary.id] });
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

  it('refuses a vote of a body that is kept by name where nobody is named', async () => {
    const recorded = { yes: 6, recused: [secretary.id], voters: [] };
    expect(await guardOf('deliberate-committees', recorded)).toBe('voters-listed-deliberate');
  });

  it('names both where a substitute acts: in the audit and in the story', async () => {
    const recorded = await take('deliberate-committees', { yes: 6, recused: [secretary.id] });
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
      submission: stepOf('send-plan').submit,
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
    const able = roll.persons.filter(({ mayVote, mustRecuse }) => mayVote && !mustRecuse).map(({ id }) => id);
    const barred = required(
      roll.persons.find(({ mayVote }) => !mayVote),
      'one without a vote',
    ).id;
    const stranger = (await idOf('v02-clerk')).id;
    const recused = { recused: [secretary.id], abstain: 2 };
    const voters = (one: string): string[] => [...able.slice(0, 22), one];
    const meeting = (one: string): JsonObject => ({ ...recused, voters: voters(one) });
    expect(await guardOf('review-party-meeting', meeting(barred))).toBe('bar-9-voters-review');
    expect(await guardOf('review-party-meeting', meeting(stranger))).toBe('voters-on-roll-review');
    expect(
      (await take('review-party-meeting', meeting(required(able[22], 'a 23rd voter')))).refusal,
    ).toBeNull();
  });
});
