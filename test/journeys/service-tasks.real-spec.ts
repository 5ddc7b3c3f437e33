import type { Payload } from '@temporalio/common';
import type { ManagedProcess } from '@wuqing/dev-runtime';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { commandUpdates, workflowIdOf } from '@wuqing/workflow-contracts';
import { createServiceDataConverter, keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import { Product } from '../harness/product.js';
import { clerkTask, publish, straightProcess } from '../harness/publish.js';
import { TOWN_KEYS, townWorkerOf } from '../harness/town-worker.js';
import { until } from '../harness/until.js';

const SECRET = '甲乙丙丁不外传';
const ANSWER_WITHIN_MS = 4_000;

const calling = (key: string, taskType: string): string =>
  straightProcess(key, key, [
    {
      id: 'remember',
      type: 'scriptTask',
      extensions: `<zeebe:script expression="= &quot;${SECRET}&quot;" resultVariable="secret"/>`,
    },
    {
      id: 'ask',
      type: 'serviceTask',
      extensions: `<zeebe:taskDefinition type="${taskType}" retries="2"/><zeebe:ioMapping>
        <zeebe:input source="= &quot;H-7&quot;" target="household"/><zeebe:output source="= answer" target="registered"/>
      </zeebe:ioMapping>`,
    },
    clerkTask('confirm'),
  ]);

interface IncidentRow {
  readonly element_key: string;
  readonly code: string;
  readonly message: string;
}

describe('a service task that a town serves with a worker of its own', () => {
  let product: Product;
  let townWorker: ManagedProcess;
  let clerk: Person;

  beforeAll(async () => {
    product = await Product.start({
      name: 'service_tasks',
      env: {
        WUQING_SERVICE_KEYS: JSON.stringify({ lingshui: TOWN_KEYS }),
        WUQING_SERVICE_ANSWER_WITHIN_MS: String(ANSWER_WITHIN_MS),
      },
    });
    townWorker = townWorkerOf(product, 'service_tasks');
    await townWorker.start();
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    for (const name of ['look-up', 'unsteady', 'talkative', 'verbose', 'unknown'])
      await publish(product, calling(`calls-${name}`, `lingshui.${name}`));
    await publish(product, calling('calls-nobody', 'nowhere.look-up'));
  }, 180_000);

  afterAll(async () => {
    await townWorker?.stop();
    await product?.stop();
  }, 60_000);

  async function start(processKey: string): Promise<string> {
    const { unitId } = clerk.me.positions[0]!;
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey,
      unitId,
      title: processKey,
    });
    return body.case.id;
  }

  const open = (caseId: string) =>
    until(30_000, async () => {
      const [task] = await product.query<{ element_id: string }>(
        `SELECT element_id FROM user_task WHERE case_id = $1 AND state = 'open'`,
        [caseId],
      );
      return task?.element_id;
    });

  const incidentOf = (caseId: string) =>
    until(30_000, async () => {
      const rows = await product.query<IncidentRow>(
        'SELECT element_key, code, message FROM incident WHERE case_id = $1 AND resolved_at IS NULL',
        [caseId],
      );
      return rows[0];
    });

  const repair = (caseId: string, incident: string, commandId: string) =>
    product.client.workflow.getHandle(workflowIdOf(caseId)).executeUpdate(commandUpdates.ResolveIncident, {
      args: [{ commandId, actorId: 'system:test', command: { type: 'ResolveIncident', incident } }],
    });

  it('brings the answer into the journal, and only the mapped inputs out', async () => {
    const caseId = await start('calls-look-up');
    expect(await open(caseId)).toBe('confirm');
    const [entry] = await product.query<{ events: unknown[]; command_id: string }>(
      `SELECT events, command_id FROM journal_entry WHERE case_id = $1 AND command_kind = 'CompleteServiceTask'`,
      [caseId],
    );
    expect(entry?.command_id).toBe('service:ask#3@0');
    expect(entry?.events).toContainEqual({
      type: 'VariablesSet',
      scope: 'calls-look-up#0',
      values: { registered: 'H-7 在册' },
    });

    const { opened, closed } = await openWithTownKeys(await payloadsOf(product, caseId));
    expect(opened).toEqual([JSON.stringify({ household: 'H-7' }), JSON.stringify({ answer: 'H-7 在册' })]);
    expect(closed).toBeGreaterThan(4);
  }, 60_000);

  it('whose attempts are used up becomes an incident, and works when it is retried', async () => {
    const caseId = await start('calls-unsteady');
    const incident = await incidentOf(caseId);
    expect(incident).toEqual({ element_key: 'ask#3', code: 'service-failed', message: '系统维护中' });
    await repair(caseId, incident.element_key, 'repair-1');
    expect(await open(caseId)).toBe('confirm');
  }, 60_000);

  it('that nobody serves becomes an incident when its time is over, and again when it is retried', async () => {
    const caseId = await start('calls-nobody');
    const incident = await incidentOf(caseId);
    expect(incident).toMatchObject({
      code: 'service-failed',
      message: 'Expected an answer of nowhere.look-up within 4 s',
    });
    await repair(caseId, incident.element_key, 'repair-2');
    expect((await incidentOf(caseId)).code).toBe('service-failed');
    const answers = await product.query(
      `SELECT 1 FROM journal_entry WHERE case_id = $1 AND command_kind = 'FailServiceTask'`,
      [caseId],
    );
    expect(answers).toHaveLength(2);
  }, 60_000);

  it.each([
    ['calls-talkative', 'answer with an object of variables'],
    ['calls-verbose', '容量上限'],
    ['calls-unknown', 'lingshui.unknown'],
  ])(
    'of %s becomes an incident that says why',
    async (processKey, words) => {
      expect((await incidentOf(await start(processKey))).message).toContain(words);
    },
    60_000,
  );
});

/** Every sealed payload in the raw history of a case, in its order; a marker's times and names are in the clear. */
async function payloadsOf({ client }: Product, caseId: string): Promise<Payload[]> {
  const history = await client.workflow.getHandle(workflowIdOf(caseId)).fetchHistory();
  const found: Payload[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
    const { metadata, data } = value as Payload;
    if (metadata && data instanceof Uint8Array) {
      if (Buffer.from(metadata['encoding'] ?? []).toString() === 'binary/wuqing-aes-256-gcm')
        found.push(value);
    } else Object.values(value).forEach(visit);
  };
  visit(history.events);
  return found;
}

async function openWithTownKeys(payloads: readonly Payload[]): Promise<{ opened: string[]; closed: number }> {
  const codec = createServiceDataConverter(keyRingFrom(JSON.stringify(TOWN_KEYS))).payloadCodecs![0]!;
  const opened: string[] = [];
  let closed = 0;
  for (const payload of payloads) {
    const plain = await codec.decode([payload]).catch(closedByKey);
    if (plain) opened.push(Buffer.from(plain[0]!.data!).toString());
    else closed += 1;
  }
  return { opened, closed };
}

/** The key is not in the town's ring; whatever else went wrong is a fault. */
function closedByKey(error: Error): undefined {
  if (!error.message.endsWith('in the key ring')) throw error;
}
