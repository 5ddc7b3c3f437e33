import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

interface Part {
  readonly id: string;
  readonly element: 'callActivity' | 'businessRuleTask';
  readonly extension: string;
}

const call = (id: string, attributes: string): Part => ({
  id,
  element: 'callActivity',
  extension: `<zeebe:calledElement ${attributes}/>`,
});

const decide = (id: string, decisionId: string): Part => ({
  id,
  element: 'businessRuleTask',
  extension: `<zeebe:calledDecision decisionId="${decisionId}" resultVariable="x"/>`,
});

/** A process `p` of these steps, one after the other. */
const file = (parts: readonly Part[]): string => {
  const ids = ['start', ...parts.map(({ id }) => id), 'end'];
  const flows = ids
    .slice(1)
    .map((id, index) => `<bpmn:sequenceFlow id="to-${id}" sourceRef="${ids[index]}" targetRef="${id}"/>`);
  const steps = parts.map(
    ({ id, element, extension }) =>
      `<bpmn:${element} id="${id}" name="${id}"><bpmn:extensionElements>${extension}</bpmn:extensionElements></bpmn:${element}>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="urn:test">
  <bpmn:process id="p" name="试" isExecutable="true"><bpmn:startEvent id="start"/>${steps.join('')}<bpmn:endEvent id="end"/>${flows.join('')}</bpmn:process>
</bpmn:definitions>`;
};

let api: ApiUnderTest;
let clerk: Visitor;

beforeAll(async () => {
  api = await ApiUnderTest.start('check_process');
  clerk = await api.signedIn('clerk');
});

afterAll(() => api.stop());

async function unpublishedIn(parts: readonly Part[]): Promise<{ elementId: string; message: string }[]> {
  const { status, body } = await clerk.post('/api/processes/checks', { xml: file(parts) });
  expect(status).toBe(200);
  const { warnings } = body as { warnings: { rule: string; elementId: string; message: string }[] };
  return warnings.filter(({ rule }) => rule === 'published-reference');
}

describe('what a file calls', () => {
  it('is named by its step where it is not published', async () => {
    const found = await unpublishedIn([
      call('gone', 'processId="nowhere"'),
      call('tagged', `processId="${PROCESS_KEY}" bindingType="versionTag" versionTag="9.9"`),
      decide('asked', 'no-decision'),
    ]);
    expect(found.map(({ elementId }) => elementId)).toEqual(['gone', 'tagged', 'asked']);
    expect(found[0]!.message).toContain('「nowhere」');
    expect(found[1]!.message).toContain('9.9');
  });

  it.each([
    ['in force', `processId="${PROCESS_KEY}"`],
    ['published no later', `processId="${PROCESS_KEY}" bindingType="deployment"`],
    ['the process itself', 'processId="p"'],
  ])('is no matter where it is %s', async (_what, attributes) => {
    expect(await unpublishedIn([call('c', attributes)])).toEqual([]);
  });
});
