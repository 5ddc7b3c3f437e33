import type { EngineEvent } from '@wuqing/bpmn-engine';
import { executedPathOf, returnTargetsOf } from './executed-path.js';

const visit = (elementId: string, n: number): EngineEvent[] => {
  const key = `${elementId}#${n}`;
  return [
    { type: 'ElementActivated', key, elementId, scope: 'p#0' },
    { type: 'UserTaskCompleted', key },
    { type: 'ElementCompleted', key, elementId },
    { type: 'SequenceFlowTaken', flowId: `${elementId}-out`, scope: 'p#0' },
  ];
};
const events: EngineEvent[] = [
  ...visit('a', 1),
  ...visit('b', 2),
  ...visit('a', 3),
  { type: 'ElementActivated', key: 'c#4', elementId: 'c', scope: 'p#0' },
  { type: 'ElementActivated', key: 'd#5', elementId: 'd', scope: 'p#0' },
  { type: 'ElementTerminated', key: 'd#5', elementId: 'd' },
];

it('is drawn by the flows that were taken', () => {
  expect(executedPathOf(events)).toEqual({
    taken: { 'a-out': 2, 'b-out': 1 },
    active: ['c'],
    completed: { a: 2, b: 1 },
  });
});

it('offers the steps that were really done, the latest first, each once', () => {
  const process = { nodes: { a: { name: '登记' }, b: { name: '核对' } } };
  expect(returnTargetsOf(events, process)).toEqual([
    { elementId: 'a', name: '登记' },
    { elementId: 'b', name: '核对' },
  ]);
});
