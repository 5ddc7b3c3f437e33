import type { EngineEvent } from '@wuqing/bpmn-engine';
import { returnedFlows, stepsTaken } from './steps-taken.js';

const began = (elementId: string, n: number, loop?: true): EngineEvent =>
  ({
    type: 'ElementActivated',
    key: `${elementId}#${n}`,
    elementId,
    scope: 'p#0',
    ...(loop && { loop }),
  }) as EngineEvent;
const ended = (elementId: string, n: number): EngineEvent =>
  ({ type: 'ElementCompleted', key: `${elementId}#${n}`, elementId }) as EngineEvent;
const done = (elementId: string, n: number): EngineEvent =>
  ({ type: 'UserTaskCompleted', key: `${elementId}#${n}` }) as EngineEvent;
const took = (flowId: string): EngineEvent => ({ type: 'SequenceFlowTaken', flowId, scope: 'p#0' });
const at = (ms: number, ...events: EngineEvent[]) => ({ at: new Date(ms), events });

describe('what a case did', () => {
  it('counts visits, says what runs, and when somebody was done with it last', () => {
    const taken = stepsTaken([
      at(1, began('a', 1)),
      at(2, done('a', 1), ended('a', 1), began('b', 2)),
      at(3, ended('b', 2), began('a', 3)),
      at(4, done('a', 3), ended('a', 3), began('b', 4)),
    ]);
    expect([...taken]).toEqual([
      ['a', { visits: 2, isRunning: false, doneAt: 4 }],
      ['b', { visits: 2, isRunning: true, doneAt: null }],
    ]);
  });

  it('counts a step for many members once a time', () => {
    const taken = stepsTaken([
      at(1, began('a', 1, true), began('a', 2), began('a', 3)),
      at(2, done('a', 2), ended('a', 2)),
    ]);
    expect(taken.get('a')).toEqual({ visits: 1, isRunning: true, doneAt: 2 });
  });
});

describe('flows by which a case went back', () => {
  const flow = (source: string, target: string) => ({ source, target });
  const process = {
    flows: {
      'a-b': flow('a', 'b'),
      'b-gw': flow('b', 'gw'),
      'gw-a': flow('gw', 'a'),
      'gw-c': flow('gw', 'c'),
      'c-j': flow('c', 'j'),
      'd-j': flow('d', 'j'),
    },
  };

  it('are those to where it had been, and not the way that it goes anew', () => {
    const events = [
      began('a', 1),
      took('a-b'),
      began('b', 2),
      took('b-gw'),
      began('gw', 3),
      took('gw-a'),
      began('a', 4),
      took('a-b'),
      began('b', 5),
    ];
    expect(returnedFlows(events, process)).toEqual(['gw-a']);
  });

  it('are not those to where branches meet, nor what the drawing has no more', () => {
    const events = [began('c', 1), took('c-j'), began('j', 2), began('d', 3), took('d-j'), took('gone')];
    expect(returnedFlows(events, process)).toEqual([]);
  });
});
