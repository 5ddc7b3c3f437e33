import type { Effect, EngineEvent, JournalEntry } from '@wuqing/bpmn-engine';
import { instant } from '@wuqing/kernel';
import { carriedBy } from './state-of-journal.js';

const at = instant(Date.parse('2026-08-24T01:00:00Z'));
const invoke = (serviceTask: string): Effect => ({
  type: 'InvokeServiceTask',
  serviceTask,
  elementId: 'ask',
  taskType: 'lingshui.ask',
  retries: 3,
  inputs: {},
});
const begun: EngineEvent = { type: 'ProcessInstanceStarted', processKey: 'p', at, flags: [] };
const asked: EngineEvent = { type: 'ServiceTaskInvoked', key: 'ask#1', taskType: 'lingshui.ask' };
const answered: EngineEvent = { type: 'ServiceTaskCompleted', key: 'ask#1' };

const entry = (position: number, part: Partial<JournalEntry> = {}): JournalEntry => ({
  position,
  commandId: `c${position}`,
  events: [],
  effects: [],
  ...part,
});

describe('where a case stands by its journal', () => {
  it('is what its facts evolve to, at the number of its entries', () => {
    const carried = carriedBy([entry(0, { events: [begun] }), entry(1)]);
    expect(carried).toMatchObject({ position: 2, state: { status: 'running' } });
    expect([carried.bindings, carried.calls]).toEqual([undefined, undefined]);
  });

  it('goes by the versions that were named last', () => {
    const bindings = (checksum: string) => ({ processes: { called: checksum }, decisions: {} });
    const entries = [
      entry(0, { events: [begun], bindings: bindings('old') }),
      entry(1, { bindings: bindings('new') }),
      entry(2),
    ];
    expect(carriedBy(entries).bindings).toEqual(bindings('new'));
  });

  it('calls again the service that nobody has answered, by its last call, and no other', () => {
    const open = [
      entry(0, { events: [begun, asked], effects: [invoke('ask#1')] }),
      entry(1, { effects: [invoke('ask#1')] }),
    ];
    expect(carriedBy(open).calls).toMatchObject([{ position: 1, effect: { serviceTask: 'ask#1' } }]);
    expect(carriedBy([...open, entry(2, { events: [answered] })]).calls).toBeUndefined();
  });

  it.each([[[0, 2]], [[1]], [[0, 1, 1]]])('is not told by a journal with a hole: %j', (positions) => {
    expect(() =>
      carriedBy(positions.map((position) => entry(position, position === 0 ? { events: [begun] } : {}))),
    ).toThrow(/^Expected journal entry/);
  });
});
