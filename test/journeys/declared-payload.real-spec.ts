import { randomUUID } from 'node:crypto';
import { heldNames, type ExecutableProcess } from '@wuqing/bpmn-model';
import { JourneyDriver, People, Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys } from '@wuqing/process-library';
import { endThrowing, path, processOf, start } from '@wuqing/testing';
import { Product } from '../harness/product.js';
import { publishProcess } from '../harness/publish.js';
import { until } from '../harness/until.js';

interface CaseShown {
  readonly tasks: readonly { readonly elementId: string }[];
}

interface Refused {
  readonly status: number;
  readonly body: { readonly errors?: readonly { readonly path: string }[] };
}

const journey = required(
  libraryJourneys('major-matter').find(({ key }) => key === 'A1'),
  'journey A1',
);

/** A case of the village that tells another one, by key, that there are no objections left. */
const undoing = (caseId: string) => ({
  ...processOf('undoing', [
    start('start'),
    endThrowing(
      'tell',
      { message: 'objection', correlationKey: `"${caseId}"` },
      { inputs: { openObjections: '0 - 1' } },
    ),
    ...path('start', 'tell'),
  ]),
  reads: ['openObjections'],
});

/** S1: nobody who sends something to a case writes what the case computes itself. */
describe('what is sent to a case', () => {
  let product: Product;
  let caseId: string;
  let unitId: string;
  let clerk: Person;
  let director: Person;
  let supervisor: Person;
  let townHead: Person;
  let partySecretary: Person;

  beforeAll(async () => {
    product = await Product.start({ name: 'declared_payload' });
    const people = new People(product.baseUrl, DEMO_PASSWORD);
    const hands = { people, fastForward: (id: string, target: number) => product.fastForward(id, target) };
    const driver = await JourneyDriver.begin(hands, journey);
    for (const step of journey.steps) {
      if ('element' in step && step.element === 'verify-resolution-notice') break;
      await driver.take(step);
    }
    caseId = driver.caseId;
    const login = (name: string) => Person.signIn(product.baseUrl, name, DEMO_PASSWORD);
    clerk = await login('v01-clerk');
    director = await login('v01-director');
    supervisor = await login('v01-supervisor-2');
    townHead = await login('town-head');
    partySecretary = await login('v01-secretary');
    unitId = clerk.me.positions[0]!.unitId;
  }, 240_000);

  afterAll(async () => {
    await product?.stop();
  }, 60_000);

  const send = (person: Person, name: string, variables: unknown): Promise<Refused> =>
    person.request('POST', `/api/cases/${caseId}/messages`, { name, variables }, randomUUID());

  const openObjections = async (): Promise<unknown> => {
    const rows = await product.query<{ values: Record<string, unknown> }>(
      `SELECT event -> 'values' AS values FROM journal_entry, jsonb_array_elements(events) AS event
       WHERE case_id = $1 AND event ->> 'type' = 'VariablesSet' AND event -> 'values' ? 'openObjections'
       ORDER BY position DESC LIMIT 1`,
      [caseId],
    );
    return rows[0]?.values['openObjections'];
  };

  const openSteps = async (): Promise<string[]> =>
    (await clerk.get<CaseShown>(`/api/cases/${caseId}`)).tasks.map(({ elementId }) => elementId);

  it('is an objection with its text, which is counted by the case', async () => {
    expect(
      (await send(supervisor, 'objection', { ground: '公开', text: '公开的金额与会议记录不符' })).status,
    ).toBe(200);
    expect(await openObjections()).toBe(1);
    expect(await openSteps()).toContain('answer-objection');
  });

  it('is refused with each name that the case holds itself, by every message and every road', async () => {
    const [version] = await product.query<{ compiled: ExecutableProcess }>(
      `SELECT compiled FROM process_definition_version WHERE key = 'major-matter' AND state = 'in-force'`,
    );
    const held = [...heldNames(version!.compiled)];
    const messages: readonly (readonly [Person, string])[] = [
      [director, 'objection'],
      [director, 'publicity-report'],
      [townHead, 'town-order'],
      [townHead, 'court-judgment'],
    ];
    const body = { correlationKey: caseId, unitId };
    for (const [person, name] of messages) {
      const taken = name === 'town-order' ? held.filter((each) => each !== 'nextStep') : held;
      const variables = Object.fromEntries(taken.slice(0, 20).map((each) => [each, -1]));
      const direct = await send(person, name, variables);
      expect(direct.status).toBe(422);
      expect(direct.body.errors?.map(({ path }) => path)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^\/variables\//)]),
      );
      const byName = await person.request(
        'POST',
        '/api/messages',
        { ...body, name, variables },
        randomUUID(),
      );
      expect(byName.status).toBe(422);
    }
    expect((await send(partySecretary, 'withdrawn', { openObjections: -1 })).status).toBe(409);
    expect(await openObjections()).toBe(1);
  });

  it.each([
    ['a count', { openObjections: -1 }, '/variables/openObjections'],
    ['no object', null, '/variables'],
    ['another type', { text: 7 }, '/variables/text'],
    ['nothing', { text: null }, '/variables/text'],
    ['a text too long', { text: '长'.repeat(2_001) }, '/variables/text'],
    ['something hidden', JSON.parse('{"__proto__": {"openObjections": 0}}'), '/variables/__proto__'],
  ])('is refused as %s', async (_title, variables, path) => {
    const refused = await send(director, 'objection', variables);
    expect(refused.status).toBe(422);
    expect(refused.body.errors?.map((error) => error.path)).toContain(path);
  });

  it('is refused of another case as well, which has it in the audit of the one that would have got it', async () => {
    await publishProcess(product, undoing(caseId));
    await clerk.post('/api/cases', { processKey: 'undoing', unitId, title: '撤销异议' });
    const refusal = await until(30_000, async () => {
      const rows = await product.query<{ detail: { reason: string } }>(
        `SELECT detail FROM audit_entry WHERE case_id = $1 AND action = 'RefuseMessage'`,
        [caseId],
      );
      return rows[0];
    });
    expect(refusal.detail).toMatchObject({
      name: 'objection',
      reason: expect.stringContaining('openObjections'),
    });
    expect(await openObjections()).toBe(1);
  }, 60_000);

  it('is refused of a signal that declares nothing', async () => {
    const signal = { name: 'anything', unitId, variables: { openObjections: 0 } };
    const refused = await townHead.request('POST', '/api/signals', signal, randomUUID());
    expect(refused.status).toBe(422);
  });
});
