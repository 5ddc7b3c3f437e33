import type { ExecutableProcess, FlowNode } from '@wuqing/bpmn-model';
import { indexOrganization } from '@wuqing/organization';
import {
  firstUserTaskOf,
  fixedTitleOf,
  isStarterOpen,
  levelOf,
  readVariables,
  stepLevelOf,
  startersOf,
  toldStepsOf,
  unconfirmedOf,
} from './process-facts.js';

const base = {
  scope: 'p',
  incoming: [],
  boundaries: [],
  io: { inputs: [], outputs: [] },
  guards: [],
  extensions: [],
};
const group = (value: unknown, type = 'literal') => ({
  candidateGroups: { source: '', ast: { type, value } as never },
});
const start = {
  ...base,
  id: 's',
  name: '',
  type: 'startEvent',
  outgoing: ['f1'],
  definition: { kind: 'none' },
  interrupting: true,
};

function processOf(task: object, extensions: ExecutableProcess['extensions'] = []): ExecutableProcess {
  const nodes = {
    s: start,
    a: { ...base, id: 'a', name: '登记', type: 'userTask', outgoing: [], ...task },
  } as unknown as Record<string, FlowNode>;
  const flows = { f1: { id: 'f1', source: 's', target: 'a' } };
  return {
    formatVersion: 1,
    key: 'p',
    name: 'P',
    nodes,
    flows,
    messages: {},
    children: { p: ['s', 'a'] },
    extensions,
    reads: ['amountFen', 'constructor'],
  };
}

const organization = indexOrganization({
  units: [
    { id: 't', parentId: null, kind: 'town', code: 't', name: '镇' },
    { id: 'o', parentId: 't', kind: 'office', code: 'jingguan', name: '经管站' },
    { id: 'v', parentId: 't', kind: 'village', code: 'v', name: '村' },
  ],
  persons: [],
  positions: [],
  delegations: [],
  kinship: [],
});

describe('facts of a process', () => {
  it('its starters are those whose step comes first', () => {
    const process = processOf({ assignment: group('village-clerk,office-clerk@office:jingguan') });
    expect(firstUserTaskOf(process)?.id).toBe('a');
    expect(startersOf(process, 'v', organization)).toEqual([
      { positionKey: 'village-clerk', unitId: 'v' },
      { positionKey: 'office-clerk', unitId: 'o' },
    ]);
  });

  it('are unknown where the group is computed', () => {
    expect(startersOf(processOf({ assignment: group('x', 'name') }), 'v', organization)).toBeUndefined();
    expect(startersOf(processOf({ assignment: {} }), 'v', organization)).toBeUndefined();
  });

  it('level is V unless the file says another', () => {
    const marked = [{ name: 'confidential', attributes: { level: 'N' }, children: [] }];
    expect([levelOf(processOf({})), levelOf(processOf({}, marked))]).toEqual(['V', 'N']);
  });

  it('unconfirmed things in the words of the file', () => {
    const marked = [{ name: 'unconfirmed', attributes: { item: '七步', note: '推定' }, children: [] }];
    expect(unconfirmedOf(processOf({}, marked))).toEqual(['七步：推定']);
    const inOne = [{ name: 'unconfirmed', attributes: { text: '七步：推定' }, children: [] }];
    expect(unconfirmedOf(processOf({}, inOne))).toEqual(['七步：推定']);
  });

  it('only what expressions read may leave, and own fields alone', () => {
    expect(readVariables(['amountFen', 'constructor'], { amountFen: 1, opinion: '不出门' })).toEqual({
      amountFen: 1,
    });
  });
});

describe('the level of a step', () => {
  const marked = (level: string) => [{ name: 'confidential', attributes: { level }, children: [] }];
  it.each([
    ['V', 'T', 'T'],
    ['T', 'P', 'T'],
    ['N', 'T', 'N'],
    ['P', 'V', 'V'],
  ])('in a case of level %s marked %s is %s', (ofCase, ofStep, level) => {
    expect(stepLevelOf(processOf({ extensions: marked(ofStep) }, marked(ofCase)), 'a')).toBe(level);
  });

  it('without a mark is the level of its case', () => {
    expect(stepLevelOf(processOf({}, marked('T')), 'a')).toBe('T');
  });
});

describe('who began a case', () => {
  const marked = (level: string) => [{ name: 'confidential', attributes: { level }, children: [] }];
  const twoSteps = (first: object, second: object): ExecutableProcess => {
    const process = processOf({ outgoing: ['f2'], ...first });
    const b = { ...base, id: 'b', name: '核查', type: 'userTask', outgoing: [], incoming: ['f2'], ...second };
    return {
      ...process,
      nodes: { ...process.nodes, b: b as unknown as FlowNode },
      flows: { ...process.flows, f2: { id: 'f2', source: 'a', target: 'b' } as never },
    };
  };

  it.each([
    ['nothing is closed', twoSteps({}, {}), true],
    ['a later step is closed', twoSteps({}, { extensions: marked('T') }), true],
    ["a later step names the case's own readers", twoSteps({}, { extensions: marked('V') }), true],
    ['the first step is closed', twoSteps({ extensions: marked('T') }, {}), false],
    ['all steps are closed', twoSteps({ extensions: marked('N') }, { extensions: marked('N') }), false],
  ])('is told to every reader, or not, where %s', (_, process, is) =>
    expect(isStarterOpen(process)).toBe(is),
  );

  it('is told to the readers of a case that is closed as a whole', () =>
    expect(isStarterOpen(processOf({}, marked('T')))).toBe(true));
});

it('takes what all cases are called from the file, and where it says nothing nothing', () => {
  const called = { name: 'caseTitle', attributes: { text: '检举控告件' }, children: [] };
  expect([fixedTitleOf({ extensions: [called] }), fixedTitleOf({ extensions: [] })]).toEqual([
    '检举控告件',
    undefined,
  ]);
});

it('tells outside of the steps alone of which the file says so', () => {
  const told = { name: 'told', attributes: { text: '已登记' }, children: [] };
  expect(toldStepsOf(processOf({ extensions: [told] }))).toEqual([{ elementId: 'a', text: '已登记' }]);
  expect(toldStepsOf(processOf({}))).toEqual([]);
});
