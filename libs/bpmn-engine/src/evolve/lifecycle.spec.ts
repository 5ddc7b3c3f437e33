import { evolve, initialState, lifecycle, type EngineEvent } from '../index.js';

describe('lifecycle', () => {
  const started: EngineEvent = {
    type: 'ProcessInstanceStarted',
    processKey: 'p',
    at: 0 as never,
    flags: ['f'],
  };

  it('every status but the last ones can be left, and only by the facts in the table', () => {
    expect(Object.keys(lifecycle.created)).toEqual(['ProcessInstanceStarted']);
    expect(lifecycle.completed).toEqual({});
    expect(lifecycle.terminated).toEqual({});
  });

  it.each<[string, EngineEvent[]]>([
    ['anything before the start', [{ type: 'UserTaskCreated', key: 'a#1' }]],
    ['a second start', [started, started]],
    [
      'anything after the end',
      [
        started,
        { type: 'ProcessInstanceCompleted', at: 0 as never },
        { type: 'UserTaskCreated', key: 'a#1' },
      ],
    ],
    ['the end of what does not run', [started, { type: 'ElementCompleted', key: 'a#1', elementId: 'a' }]],
    [
      'a token that is not there',
      [started, { type: 'JoinTokensConsumed', elementId: 'j', flowIds: ['f'], scope: 'p#0' }],
    ],
  ])('%s is a bug and throws', (_what, events) => {
    expect(() => events.reduce(evolve, initialState())).toThrow(/^Expected/);
  });

  it('the flags of the start stay in the state', () => {
    expect(evolve(initialState(), started).flags).toEqual(['f']);
  });
});
