import { ApiUnderTest } from '../testing/api-under-test.js';
import { OPEN_KEY, closedProcess, openProcess } from '../testing/closed-processes.js';
import { publish } from '../testing/closed-village.js';
import { PROCESS_KEY, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

const CLOSED_START = 'closed-start';
const MARK = '<wq:confidential level="T"/>';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;

beforeAll(async () => {
  api = await ApiUnderTest.start('found_by_starter');
  await publish(api, OPEN_KEY, openProcess);
  await publish(api, 'closed-t', closedProcess('closed-t', 'T'));
  // Open as a case; its one step is closed further, and with it the start that leads nowhere else.
  const onStep = closedProcess(CLOSED_START, 'T')
    .replace(/(<bpmn:process [^>]*>)<bpmn:extensionElements>.*?<\/bpmn:extensionElements>/, '$1')
    .replace('</bpmn:extensionElements></bpmn:userTask>', `${MARK}$&`);
  await publish(api, CLOSED_START, onStep);
  everybody = await api.everybody();
  await start('clerk', PROCESS_KEY, '没有限知的');
  await start('clerk', OPEN_KEY, '有一步限知的');
  await start('inspector', 'closed-t', '整件限知的');
  await start('inspector', CLOSED_START, '开头限知的');
});

afterAll(() => api.stop());

async function start(who: Login, processKey: string, title: string): Promise<void> {
  const body = { processKey, unitId: units.village, title };
  const answer = await everybody[who].post('/api/cases', body);
  if (answer.status !== 201) throw new Error(`Expected a case: ${JSON.stringify(answer.body)}`);
}

const found = async (who: Login, q: string): Promise<string[]> => {
  const { body } = await everybody[who].get(`/api/cases?q=${encodeURIComponent(q)}`);
  return body.items.map(({ title }: { title: string }) => title).sort();
};

it.each<[Login, string, string[]]>([
  ['director', '某clerk', ['有一步限知的', '没有限知的']],
  ['director', 'mclerk', ['有一步限知的', '没有限知的']],
  ['inspector', '某inspector', ['整件限知的']],
  ['director', '某inspector', []],
  ['otherClerk', '某clerk', []],
  ['inspector', '限知', ['开头限知的', '整件限知的', '有一步限知的', '没有限知的']],
])('shows %s behind 「%s」 the cases that he may know of, by who began them', async (who, q, titles) =>
  expect(await found(who, q)).toEqual([...titles].sort()),
);

it('finds by a name nothing whose start is closed further than the case', async () => {
  expect(await found('director', '开头')).toEqual(['开头限知的']);
  expect(await found('inspector', '某inspector')).not.toContain('开头限知的');
});
