import { MEMBERS_MAX } from '@wuqing/bpmn-model';
import { canonicalJson, type JsonObject } from '@wuqing/kernel';
import {
  callActivity,
  each,
  end,
  InstanceDriver,
  path,
  processOf,
  sequenceOf,
  start,
  subProcess,
  userTask,
} from '@wuqing/testing';
import { evolve, initialState, type EngineEvent } from '../index.js';
import { fits, readerOf, VARIABLES_BYTES_MAX, writesFrom } from './variables.js';
import type { View } from '../view.js';

/** p { sp { open-call → k { u }, sealed-call(inputs) → k { u } } } */
const called = sequenceOf('k', [userTask('u')]);
const inside = [
  start('s2'),
  callActivity('open', 'k'),
  callActivity('sealed', 'k', { inputs: { given: '1' } }),
  end('e2'),
  ...path('s2', 'open', 'sealed', 'e2'),
];
const process = processOf('p', [start('s'), subProcess('sp', inside), end('e'), ...path('s', 'sp', 'e')]);

const running: EngineEvent[] = [
  { type: 'ProcessInstanceStarted', processKey: 'p', at: 0 as never, flags: [] },
  { type: 'ElementActivated', key: 'sp#1', elementId: 'sp', scope: 'p#0' },
  { type: 'ElementActivated', key: 'open#2', elementId: 'open', scope: 'sp#1' },
  { type: 'ElementActivated', key: 'open/u#3', elementId: 'open/u', scope: 'open#2' },
  { type: 'ElementActivated', key: 'sealed#4', elementId: 'sealed', scope: 'sp#1' },
  { type: 'ElementActivated', key: 'sealed/u#5', elementId: 'sealed/u', scope: 'sealed#4' },
];

const viewWith = (variables: Readonly<Record<string, JsonObject>>): View => {
  const set = Object.entries(variables).map(([scope, values]): EngineEvent => ({
    type: 'VariablesSet',
    scope,
    values,
  }));
  return {
    process,
    state: [...running, ...set].reduce(evolve, initialState()),
    context: {
      now: 0 as never,
      timeZone: 'UTC',
      flags: [],
      hostFunctions: {},
      calledProcesses: { k: called },
    },
  };
};

describe('reading a name', () => {
  const view = viewWith({
    'p#0': { root: 'p', both: 'p', none: null },
    'sp#1': { both: 'sp' },
    'open/u#3': { own: 'u' },
    'sealed#4': { given: 1 },
  });

  it.each([
    ['p#0', 'root', 'p'],
    ['p#0', 'both', 'p'],
    ['sp#1', 'both', 'sp'],
    ['open/u#3', 'own', 'u'],
    ['open/u#3', 'both', 'sp'],
    ['open/u#3', 'root', 'p'],
    ['open/u#3', 'none', null],
    ['open/u#3', 'given', undefined],
    ['sealed/u#5', 'given', 1],
    ['sealed/u#5', 'both', undefined],
    ['sealed/u#5', 'root', undefined],
    ['sealed#4', 'root', 'p'],
    ['p#0', 'constructor', undefined],
    ['p#0', '__proto__', undefined],
  ])('from %s: %s is %j', (scope, name, expected) => expect(readerOf(view, scope)(name)).toBe(expected));

  it('what lies over the scopes comes first, even if it is null', () => {
    expect(readerOf(view, 'sp#1', { both: null })('both')).toBeNull();
    expect(readerOf(view, 'sp#1', { other: 1 })('both')).toBe('sp');
  });
});

describe('writing names', () => {
  it.each<[string, Readonly<Record<string, JsonObject>>, string, string]>([
    ['a name that nobody owns goes to the process', {}, 'sp#1', 'p#0'],
    ['the nearest owner is written', { 'p#0': { x: 0 }, 'sp#1': { x: 0 } }, 'sp#1', 'sp#1'],
    ['an owner further out is written', { 'p#0': { x: 0 } }, 'sp#1', 'p#0'],
    ['inside a called process nothing leaves it', { 'p#0': { x: 0 } }, 'open/u#3', 'open#2'],
    ['inside a sealed one neither', { 'sp#1': { x: 0 } }, 'sealed/u#5', 'sealed#4'],
    ['an element that owns it keeps it', { 'open/u#3': { x: 0 } }, 'open/u#3', 'open/u#3'],
  ])('%s', (_what, variables, from, owner) => {
    expect(writesFrom(viewWith(variables), from, { x: 1 })).toEqual([
      { type: 'VariablesSet', scope: owner, values: { x: 1 } },
    ]);
  });

  it('parts the names by their owners, inner ones first, whatever the order of the names', () => {
    const view = viewWith({ 'p#0': { a: 0 }, 'sp#1': { b: 0 } });
    expect(writesFrom(view, 'sp#1', { a: 2, c: 3, b: 1 })).toEqual(
      writesFrom(view, 'sp#1', { b: 1, a: 2, c: 3 }),
    );
    expect(writesFrom(view, 'sp#1', { b: 1, a: 2, c: 3 })).toEqual([
      { type: 'VariablesSet', scope: 'sp#1', values: { b: 1 } },
      { type: 'VariablesSet', scope: 'p#0', values: { a: 2, c: 3 } },
    ]);
    expect(writesFrom(view, 'sp#1', {})).toEqual([]);
  });
});

describe('the cap', () => {
  const empty = canonicalJson({ x: '' }).length + canonicalJson({}).length;

  it.each([
    ['x', 1],
    ['é', 2],
    ['五', 3],
    ['😀', 4],
  ])('counts %s as %i bytes', (character, bytes) => {
    const room = VARIABLES_BYTES_MAX - empty;
    const fitting = character.repeat(Math.floor(room / bytes));
    expect(fits(initialState(), { x: fitting })).toBe(true);
    expect(fits(initialState(), { x: fitting + character })).toBe(false);
  });

  it('counts what is there already', () => {
    const { state } = viewWith({ 'p#0': { x: 'x'.repeat(20_000) } });
    expect(fits(state, { y: 'y'.repeat(12_000) })).toBe(true);
    expect(fits(state, { y: 'y'.repeat(13_000) })).toBe(false);
  });

  it('what the engine gives each of many members leaves the room of their case as it was', () => {
    const instance = new InstanceDriver(
      sequenceOf('p', [each(userTask('v'), { cardinality: String(MEMBERS_MAX) })]),
    );
    instance.start();
    expect(instance.complete('v', { x: 'x'.repeat(32_000) })).toContain('✓v');
    expect(
      instance.send({
        type: 'CompleteUserTask',
        userTask: instance.state.userTasks[0]!,
        variables: { y: 'y'.repeat(230_000) },
      }),
    ).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  it('and so does the name under which each of them has brought nothing yet', () => {
    const output = 'v'.repeat(100);
    const many = each(userTask('v'), { cardinality: '500', outputs: 'all', output });
    const instance = new InstanceDriver(sequenceOf('p', [many]));
    instance.start();
    expect(instance.complete('v', { x: 'x'.repeat(28_000) })).toContain('✓v');
    expect(instance.state.incidents).toEqual({});
  });
});
