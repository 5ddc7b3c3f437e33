import { createHash } from 'node:crypto';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { verifyRow, type RowVersion } from '@wuqing/ledger';
import { ledgerRowVersions, systemActor } from '@wuqing/persistence';
import { checkDefinition } from '@wuqing/publication';
import { CaseAtWork } from '../harness/case-at-work.js';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { publish, publishProcess } from '../harness/publish.js';

const NAMESPACES = `xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:wq="urn:wuqing:bpmn:1"`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const task = (id: string, form = '') =>
  `<bpmn:userTask id="${id}" name="${id}"><bpmn:extensionElements><zeebe:userTask/>${form}
    <zeebe:assignmentDefinition candidateGroups="village-clerk"/></bpmn:extensionElements></bpmn:userTask>`;
const service = (id: string, type: string, inputs: Record<string, string>, outputs: Record<string, string>) =>
  `<bpmn:serviceTask id="${id}" name="${id}"><bpmn:extensionElements>
    <zeebe:taskDefinition type="wuqing.${type}" retries="1"/><zeebe:ioMapping>
    ${Object.entries(inputs)
      .map(([target, source]) => `<zeebe:input source="=${source}" target="${target}"/>`)
      .join('')}
    ${Object.entries(outputs)
      .map(([target, source]) => `<zeebe:output source="=${source}" target="${target}"/>`)
      .join('')}
    </zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>`;
const flow = (from: string, to: string) =>
  `<bpmn:sequenceFlow id="${from}--${to}" sourceRef="${from}" targetRef="${to}"/>`;
const text = (value: string) => `&quot;${value}&quot;`;

/** register → write → read → done; where the key is taken: mend. */
const keeping = (key: string, no: string, change: Record<string, string> = {}): string =>
  `<bpmn:definitions ${NAMESPACES}><bpmn:error id="taken" name="taken" errorCode="ledger-key-taken"/>
  <bpmn:process id="${key}" name="${key}" isExecutable="true"><bpmn:startEvent id="start"/>
  ${task('register', '<zeebe:formDefinition formId="ledger-note"/>')}
  ${service(
    'write',
    'write-ledger',
    {
      ledger: text('assembly-authorizations'),
      act: text('enter'),
      data: `{ no: ${text(no)}, matterTypes: [${text('A7')}], grantedOn: ${text('2026-02-01')}, validFrom: ${text('2026-03-01')} }`,
      from: `{ note: ${text('register.note')} }`,
      reason: text('村民会议决定'),
      ...change,
    },
    { written: '{ row: rowId, version: version }' },
  )}
  ${service(
    'read',
    'read-ledger',
    {
      ledger: text('assembly-authorizations'),
      key: `{ no: ${text(no)} }`,
      fields: `[${text('no')}, ${text('validFrom')}]`,
    },
    { found: 'rows' },
  )}
  ${task('done')}${task('mend')}<bpmn:endEvent id="end"/>
  <bpmn:boundaryEvent id="refused" attachedToRef="write"><bpmn:errorEventDefinition id="refused-error" errorRef="taken"/></bpmn:boundaryEvent>
  ${[
    ['start', 'register'],
    ['register', 'write'],
    ['write', 'read'],
    ['read', 'done'],
    ['done', 'end'],
    ['refused', 'mend'],
    ['mend', 'end'],
  ]
    .map(([from, to]) => flow(from!, to!))
    .join('')}
  </bpmn:process></bpmn:definitions>`;

const noteForm = {
  key: 'ledger-note',
  title: '登记说明',
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    required: ['note'],
    properties: { note: { type: 'string', title: '说明', minLength: 1, maxLength: 200, 'x-reader': 'V' } },
  },
  ui: {},
};
const SECRET = '此话不进工作流';

describe('a process that keeps a ledger', () => {
  let product: Product;
  let clerk: Person;

  beforeAll(async () => {
    product = await Product.start({ name: 'ledger_services' });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    for (const [key, no, change] of [
      ['keeps-one', 'K-1', {}],
      ['keeps-raced', 'K-2', {}],
      ['keeps-wrongly', 'K-3', { reason: text(' ') }],
      ['keeps-nowhere', 'K-4', { ledger: text('no-such-ledger') }],
    ] as const) {
      const xml = keeping(key, no, change);
      const checked = await checkDefinition(xml);
      if (!checked.ok) throw new Error(checked.error.map(({ message }) => message).join('; '));
      await publishProcess(product, checked.value.process, xml, [noteForm]);
    }
  }, 180_000);

  afterAll(() => product?.stop(), 60_000);

  const begin = (key: string) => CaseAtWork.begin(product, clerk, key);
  const rowsOf = (no: string) =>
    product.query<{ id: string; version: number; caseId: string; data: Record<string, unknown> }>(
      `SELECT id, version, case_id AS "caseId", data FROM ledger_row WHERE data ->> 'no' = $1`,
      [no],
    );
  const versionsOf = (id: string): Promise<RowVersion[]> =>
    product.unitOfWork.look(systemActor('test'), (work) => ledgerRowVersions(work, id));
  const incidentOf = async (one: CaseAtWork, element: string) => {
    const key = await one.incidentOf(element);
    return (await one.view()).state.incidents[key];
  };

  it('writes a row in its entry, out of variables and forms, and is told it with its version', async () => {
    const one = await begin('keeps-one');
    await one.complete('register', { note: SECRET });
    const { state } = await one.view();
    const [row] = await rowsOf('K-1');
    expect(row).toMatchObject({ version: 1, caseId: one.id, data: { no: 'K-1', note: SECRET } });
    expect(state.variables['keeps-one#0']).toMatchObject({
      written: { row: row!.id, version: 1 },
      found: [
        { id: row!.id, version: 1, state: 'granted', endedFrom: null, no: 'K-1', validFrom: '2026-03-01' },
      ],
    });
    expect(JSON.stringify(state)).not.toContain(SECRET);
    const [version] = await versionsOf(row!.id);
    expect(version).toMatchObject({
      actorId: clerk.me.person.id,
      reason: '村民会议决定',
      origin: { caseId: one.id, step: expect.stringMatching(/^write#/) as string },
    });
    expect(verifyRow([version!], sha256)).toEqual({ ok: true, value: 1 });
    await expectAgreement(product, one.id);
  });

  it('catches that the key is taken', async () => {
    const one = await begin('keeps-one');
    await one.complete('register', { note: '又一次' });
    await one.keyOf('mend');
    expect(await rowsOf('K-1')).toHaveLength(1);
    await expectAgreement(product, one.id);
  });

  it('of several at once one has the key, and every other catches it', async () => {
    const cases = await Promise.all([1, 2, 3, 4].map(() => begin('keeps-raced')));
    await Promise.all(cases.map((one) => one.complete('register', { note: '同时' })));
    const ends = await Promise.all(
      cases.map(async (one) => {
        const { state } = await one.view();
        return state.userTasks.map((key) => key.slice(0, key.indexOf('#')));
      }),
    );
    expect(ends.flat().sort()).toEqual(['done', 'mend', 'mend', 'mend']);
    expect(await rowsOf('K-2')).toHaveLength(1);
    for (const one of cases) await expectAgreement(product, one.id);
  });

  it('stops where nobody catches a refusal, and where there is no such ledger', async () => {
    const [wrong, nowhere] = await Promise.all([begin('keeps-wrongly'), begin('keeps-nowhere')]);
    await wrong.complete('register', { note: '无理由' });
    await nowhere.complete('register', { note: '无台账' });
    expect(await incidentOf(wrong, 'write')).toMatchObject({
      code: 'unhandled-error',
      message: 'Expected an event that catches error ledger-no-reason thrown by write',
    });
    expect(await incidentOf(nowhere, 'write')).toMatchObject({
      code: 'service-failed',
      message: 'Expected a published ledger, found no-such-ledger',
    });
    expect([...(await rowsOf('K-3')), ...(await rowsOf('K-4'))]).toEqual([]);
    await expectAgreement(product, wrong.id);
  });

  it('goes on after a kill in between, with one row and one entry', async () => {
    await publish(
      product,
      keeping('keeps-killed', 'K-5')
        .replace('<zeebe:formDefinition formId="ledger-note"/>', '')
        .replace(/<zeebe:input source="=\{ note[^>]*>/, ''),
    );
    const one = await begin('keeps-killed');
    await one.keyOf('register');
    const completion = one.complete('register');
    await product.worker.kill();
    await product.worker.start();
    await completion.catch(() => one.keyOf('done'));
    await one.keyOf('done');
    expect(await rowsOf('K-5')).toHaveLength(1);
    await expectAgreement(product, one.id);
  });
});
