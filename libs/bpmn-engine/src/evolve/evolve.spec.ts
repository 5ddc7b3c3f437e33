import { evolve, initialState, type EngineEvent, type ProcessInstanceState } from '../index.js';

const at = 0 as never;
const started = evolve(initialState(), { type: 'ProcessInstanceStarted', processKey: 'p', at, flags: [] });
const after = (...events: EngineEvent[]): ProcessInstanceState => events.reduce(evolve, started);
const activated = (key: string, scope = 'p#0'): EngineEvent => ({
  type: 'ElementActivated',
  key,
  elementId: key.slice(0, key.lastIndexOf('#')),
  scope,
});
const timer: EngineEvent = {
  type: 'TimerScheduled',
  key: 't#5',
  elementId: 't',
  dueAt: 7 as never,
  attachedTo: 'a#1',
};
const subscription: EngineEvent = {
  type: 'MessageSubscriptionOpened',
  key: 'm#6',
  elementId: 'm',
  messageName: 'order',
  correlationKey: 'k',
};

describe('evolve', () => {
  it.each<[string, EngineEvent[], Partial<ProcessInstanceState>]>([
    [
      'an instance runs',
      [activated('a#3')],
      { counter: 3, instances: { 'a#3': { elementId: 'a', scope: 'p#0' } } },
    ],
    [
      'an instance that completed leaves no trace',
      [activated('a#1'), { type: 'ElementCompleted', key: 'a#1', elementId: 'a' }],
      { counter: 1 },
    ],
    [
      'nor does one that was terminated',
      [activated('a#1'), { type: 'ElementTerminated', key: 'a#1', elementId: 'a' }],
      { counter: 1 },
    ],
    ['a flow changes nothing', [{ type: 'SequenceFlowTaken', flowId: 'f', scope: 'p#0' }], {}],
    [
      'variables are merged',
      [
        { type: 'VariablesSet', scope: 'p#0', values: { a: 1, b: 1 } },
        { type: 'VariablesSet', scope: 'p#0', values: { b: 2, c: null } },
      ],
      { variables: { 'p#0': { a: 1, b: 2, c: null } } },
    ],
    [
      'a timer waits, with a key of its own',
      [timer],
      {
        counter: 5,
        timers: { 't#5': { elementId: 't', dueAt: 7 as never, attachedTo: 'a#1' } },
      },
    ],
    [
      'a timer that repeats says so',
      [{ ...timer, attachedTo: undefined, repeat: { every: 'P1D' } } as EngineEvent],
      {
        counter: 5,
        timers: { 't#5': { elementId: 't', dueAt: 7 as never, repeat: { every: 'P1D' } } },
      },
    ],
    ['a timer that fired is gone', [timer, { type: 'TimerTriggered', key: 't#5' }], { counter: 5 }],
    ['so is one that was canceled', [timer, { type: 'TimerCanceled', key: 't#5' }], { counter: 5 }],
    [
      'a subscription waits',
      [subscription],
      {
        counter: 6,
        subscriptions: { 'm#6': { elementId: 'm', messageName: 'order', correlationKey: 'k' } },
      },
    ],
    [
      'a subscription that was met is gone',
      [subscription, { type: 'MessageCorrelated', key: 'm#6' }],
      { counter: 6 },
    ],
    [
      'so is one that was closed',
      [subscription, { type: 'MessageSubscriptionClosed', key: 'm#6' }],
      { counter: 6 },
    ],
    [
      'a service works',
      [{ type: 'ServiceTaskInvoked', key: 'v#1', taskType: 'town.x' }],
      { services: { 'v#1': 'town.x' } },
    ],
    [
      'a service that answered is gone',
      [
        { type: 'ServiceTaskInvoked', key: 'v#1', taskType: 'town.x' },
        { type: 'ServiceTaskCompleted', key: 'v#1' },
      ],
      {},
    ],
    [
      'a service that failed is an incident instead',
      [
        { type: 'ServiceTaskInvoked', key: 'v#1', taskType: 'town.x' },
        {
          type: 'IncidentRaised',
          key: 'v#1',
          elementId: 'v',
          code: 'service-failed',
          message: 'no',
          retry: 'perform',
        },
      ],
      { incidents: { 'v#1': { elementId: 'v', code: 'service-failed', message: 'no', retry: 'perform' } } },
    ],
    [
      'an incident that was resolved is gone',
      [
        {
          type: 'IncidentRaised',
          key: 'v#1',
          elementId: 'v',
          code: 'c',
          message: 'no',
          retry: 'enter',
          goal: 'g',
        },
        { type: 'IncidentResolved', key: 'v#1' },
      ],
      {},
    ],
    ['a return changes nothing by itself', [{ type: 'StepReturned', target: 'a', reason: 'r' }], {}],
    ['the end is a status', [{ type: 'ProcessInstanceCompleted', at }], { status: 'completed' }],
    [
      'so is the termination',
      [{ type: 'ProcessInstanceTerminated', at, reason: 'r' }],
      { status: 'terminated' },
    ],
  ])('%s', (_what, events, expected) => {
    expect(after(...events)).toEqual({ ...started, ...expected });
  });

  it('counts the tokens that wait at a join, and takes them away one by one', () => {
    const arrived = (flowId: string): EngineEvent => ({
      type: 'JoinTokenArrived',
      elementId: 'j',
      flowId,
      scope: 'p#0',
    });
    const two = after(arrived('x'), arrived('x'), arrived('y'));
    expect(two.joins).toEqual({ 'p#0/j': { x: 2, y: 1 } });
    const one = evolve(two, {
      type: 'JoinTokensConsumed',
      elementId: 'j',
      flowIds: ['x', 'y'],
      scope: 'p#0',
    });
    expect(one.joins).toEqual({ 'p#0/j': { x: 1 } });
    expect(
      evolve(one, { type: 'JoinTokensConsumed', elementId: 'j', flowIds: ['x'], scope: 'p#0' }).joins,
    ).toEqual({});
  });

  it('a user task is executed when it is completed, once, in the order of first completion', () => {
    const done = (key: string): EngineEvent[] => [
      activated(key),
      { type: 'UserTaskCreated', key },
      { type: 'UserTaskCompleted', key },
      { type: 'ElementCompleted', key, elementId: key.slice(0, key.lastIndexOf('#')) },
    ];
    const state = after(...done('b#1'), ...done('a#2'), ...done('b#3'));
    expect(state).toEqual({ ...started, counter: 3, executed: ['b', 'a'] });
  });

  it('what belongs to an element ends with it', () => {
    const state = after(
      activated('v#1'),
      { type: 'VariablesSet', scope: 'v#1', values: { x: 1 } },
      { type: 'UserTaskCreated', key: 'v#1' },
      { type: 'IncidentRaised', key: 'v#1', elementId: 'v', code: 'c', message: 'no', retry: 'enter' },
      { type: 'ElementTerminated', key: 'v#1', elementId: 'v' },
    );
    expect(state).toEqual({ ...started, counter: 1 });
  });

  it('shares what an event does not touch', () => {
    const before = after(activated('a#1'), timer);
    const next = evolve(before, { type: 'VariablesSet', scope: 'p#0', values: { x: 1 } });
    expect(next.instances).toBe(before.instances);
    expect(next.timers).toBe(before.timers);
    expect(next.executed).toBe(before.executed);
  });
});
