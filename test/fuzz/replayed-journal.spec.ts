import { canonicalJson } from '@wuqing/kernel';
import { drawnProcess, InstanceDriver, type ProcessDraw } from '@wuqing/testing';
import fc from 'fast-check';
import {
  advance,
  engineFlags,
  evolve,
  initialState,
  type Command,
  type ProcessInstanceState,
} from '@wuqing/bpmn-engine';
import { anyProcess } from './random-process.js';
import { anyMove, commandOf, finish, reversed, startOf, type Move } from './random.js';

const cases = fc.tuple(anyProcess, fc.nat(5), fc.array(anyMove, { maxLength: 25 }));

const playedOf = ([whole, start, moves]: [ProcessDraw, number, Move[]]): InstanceDriver => {
  const drawn = drawnProcess('p', whole);
  const instance = new InstanceDriver(drawn.process, { ...drawn, flags: engineFlags });
  instance.run(startOf(instance.process, start));
  for (const step of moves) instance.send(commandOf(instance, step));
  return instance;
};

const runs = { numRuns: 150 };

describe('any well-structured process under any commands', () => {
  it('the journal folded from any prefix gives the live state, byte for byte', () => {
    fc.assert(
      fc.property(cases, fc.nat(), (played, cut) => {
        const { journal, state } = playedOf(played);
        const prefix = journal.slice(0, cut % (journal.length + 1)).reduce(evolve, initialState());
        const stored = JSON.parse(JSON.stringify(prefix)) as ProcessInstanceState;
        const replayed = journal.slice(cut % (journal.length + 1)).reduce(evolve, stored);
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(state));
      }),
      runs,
    );
  });

  it('the same commands give the same journal and effects, byte for byte', () => {
    fc.assert(
      fc.property(cases, (played) => {
        const [first, second] = [playedOf(played), playedOf(played)];
        expect(JSON.stringify([second.journal, second.effects])).toBe(
          JSON.stringify([first.journal, first.effects]),
        );
      }),
      runs,
    );
  });

  it('the order of keys in the stored state decides nothing', () => {
    fc.assert(
      fc.property(cases, anyMove, (played, step) => {
        const instance = playedOf(played);
        const { process, state, context } = instance;
        const command = commandOf(instance, step);
        const [straight, turned] = [state, reversed(state)].map((stored) =>
          advance(process, stored, command, context),
        );
        expect(canonicalJson(turned as never)).toBe(canonicalJson(straight as never));
      }),
      runs,
    );
  });

  it('a refused command changes nothing', () => {
    fc.assert(
      fc.property(cases, anyMove, (played, step) => {
        const instance = playedOf(played);
        const before = JSON.stringify(instance.state);
        const command = { ...commandOf(instance, step), userTask: 'nothing#0' } as Command;
        if (!instance.send(command).ok) expect(JSON.stringify(instance.state)).toBe(before);
      }),
      runs,
    );
  });

  it('ends when all that is open is done, and leaves nothing open', () => {
    fc.assert(
      fc.property(cases, (played) => {
        const instance = playedOf(played);
        finish(instance);
        expect(instance.state.status).toMatch(/^(completed|terminated)$/);
        expect(instance.leftovers).toEqual([]);
        if (instance.state.status === 'completed')
          expect(Object.keys(instance.state.variables)).toEqual(['p#0']);
        expect(openLeft(instance)).toEqual([]);
      }),
      runs,
    );
  });

  it('ends at once and leaves nothing open when it is canceled at any point', () => {
    fc.assert(
      fc.property(cases, (played) => {
        const instance = playedOf(played);
        instance.send({ type: 'CancelProcessInstance', reason: 'x' });
        expect(instance.leftovers).toEqual([]);
        expect(openLeft(instance)).toEqual([]);
      }),
      runs,
    );
  });
});

/** What effects opened and neither effects nor the journal closed. */
function openLeft({ effects, journal }: InstanceDriver): string[] {
  const open = new Set<string>();
  for (const effect of effects) {
    if (effect.type === 'OpenUserTask') open.add(effect.userTask);
    if (effect.type === 'ScheduleTimer') open.add(effect.timer);
    if (effect.type === 'OpenMessageSubscription') open.add(effect.subscription);
    if (effect.type === 'OpenSignalSubscription') open.add(effect.subscription);
    if (effect.type === 'InvokeServiceTask') open.add(effect.serviceTask);
  }
  for (const effect of effects) {
    if (effect.type === 'CloseUserTask') open.delete(effect.userTask);
    if (effect.type === 'CancelTimer') open.delete(effect.timer);
    if (effect.type === 'CloseMessageSubscription') open.delete(effect.subscription);
    if (effect.type === 'CloseSignalSubscription') open.delete(effect.subscription);
    if (effect.type === 'CancelServiceTask') open.delete(effect.serviceTask);
  }
  const over = [
    'TimerTriggered',
    'MessageCorrelated',
    'ServiceTaskCompleted',
    'IncidentRaised',
    'SignalReceived',
    'ErrorThrown',
  ];
  for (const event of journal) if (over.includes(event.type) && 'key' in event) open.delete(event.key);
  return [...open];
}
