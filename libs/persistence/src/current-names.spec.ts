import type { EngineEvent } from '@wuqing/bpmn-engine';
import { instant } from '@wuqing/kernel';
import { elementsByKey, inCurrentNames } from './current-names.js';

const activated = (elementId: string, n: number): EngineEvent => ({
  type: 'ElementActivated',
  key: `${elementId}#${n}`,
  elementId,
  scope: 'p#0',
});
const taken = (flowId: string): EngineEvent => ({ type: 'SequenceFlowTaken', flowId, scope: 'p#0' });
const migrated = (elements: Record<string, string>, flows: Record<string, string> = {}): EngineEvent => ({
  type: 'ProcessInstanceMigrated',
  at: instant(0),
  elements,
  flows,
  forgotten: [],
  reason: 'r',
});

describe('the events of a case that moved to another version', () => {
  const history = inCurrentNames([
    { events: [activated('a', 1), taken('a-b')] },
    { events: [migrated({ a: 'b', b: 'c' }, { 'a-b': 'b-c' }), activated('b', 2)] },
    { events: [activated('x', 3), migrated({ b: 'd' })] },
  ]);
  const events = history.flatMap((entry) => entry.events);

  it('bear the ids of the last version, each move once', () => {
    const ids = events.flatMap((event) =>
      'elementId' in event ? [event.elementId] : 'flowId' in event ? [event.flowId] : [],
    );
    expect(ids).toEqual(['d', 'b-c', 'd', 'x']);
  });

  it('keep their keys, by which visits are found', () => {
    const elementOf = elementsByKey(events);
    expect(['a#1', 'b#2', 'x#3', 'gone#4'].map(elementOf)).toEqual(['d', 'd', 'x', 'gone']);
  });
});
