import {
  adHoc,
  boundary,
  catchEvent,
  declaring,
  each,
  end,
  endThrowing,
  eventSubProcess,
  InstanceDriver,
  parallel,
  path,
  processOf,
  start,
  startOn,
  subProcess,
  throwEvent,
  userTask,
  type NodePart,
  type ProcessPart,
} from '@wuqing/testing';
import { engineFlags } from '../context.js';

/** A sub-process that throws the signal and is done. */
const throwing = (...more: readonly ProcessPart[]): NodePart =>
  subProcess('v', [
    start('vs'),
    throwEvent('t', { signal: 'flood' }, { inputs: { level: '3' } }),
    end('ve'),
    ...path('vs', 't', 've'),
    ...more,
  ]);

/** A boundary event around it leads to `h`; what comes after it is `a`. */
const drawn = (interrupting: boolean, first: NodePart = throwing()) =>
  processOf('p', [
    start('s'),
    first,
    boundary('b', 'v', { signal: 'flood' }, { interrupting }),
    userTask('h'),
    userTask('a'),
    ...path('s', 'v', 'a'),
    ...path('b', 'h'),
  ]);

const started = (process: ReturnType<typeof drawn>, flags = engineFlags): InstanceDriver => {
  const instance = new InstanceDriver(process, { flags });
  instance.start();
  return instance;
};
const broadcastOf = ({ effects }: InstanceDriver) => effects.find(({ type }) => type === 'BroadcastSignal');

describe('a signal that is thrown where its own case waits', () => {
  it('keeps from beginning what was about to begin beside the thrower, in a scope that it has ended', () => {
    const beside = [
      start('vs'),
      parallel('f'),
      throwEvent('t', { signal: 'flood' }),
      userTask('x'),
      end('ve'),
      ...path('vs', 'f', 't', 've'),
      ...path('f', 'x'),
    ];
    const ofAdHoc = adHoc('v', [throwEvent('t', { signal: 'flood' }), userTask('x')]);
    for (const first of [subProcess('v', beside), ofAdHoc]) {
      const instance = started(drawn(true, first));
      expect(instance.open).toEqual(['h']);
      instance.complete('h');
      expect([instance.state.status, instance.leftovers]).toEqual(['completed', []]);
    }
  });

  it.each([false, true])(
    'keeps the members to come from beginning after one that has ended them all (sequential: %s)',
    (sequential) => {
      const instance = started(drawn(true, each(throwing(), { cardinality: '3', sequential })));
      expect(instance.open).toEqual(['h']);
      expect(
        instance.journal.filter((event) => event.type === 'ElementActivated' && event.member),
      ).toHaveLength(1);
      instance.complete('h');
      expect([instance.state.status, instance.leftovers]).toEqual(['completed', []]);
    },
  );

  it('is caught at once by the boundary event around the thrower, with its payload', () => {
    const instance = started(drawn(true));
    expect(instance.open).toEqual(['h']);
    expect(instance.variable('level')).toBe(3);
    expect(instance.leftovers.filter((key) => !key.startsWith('h#') && !key.startsWith('p#'))).toEqual([]);
    expect(broadcastOf(instance)).toMatchObject({ signalName: 'flood', toldAtHome: true });
  });

  it('brings what the signal declares, and nothing that it does not', () => {
    const said = { level: '3', depth: '"much"', total: '1' };
    const thrower = subProcess('v', [
      start('vs'),
      throwEvent('t', { signal: 'flood' }, { inputs: said }),
      end('ve'),
      ...path('vs', 't', 've'),
    ]);
    const instance = started(declaring(drawn(true, thrower), { level: 'integer', depth: 'integer' }));
    expect(instance.open).toEqual(['h']);
    expect(instance.state.variables['p#0']).toEqual({ level: 3 });
  });

  it('lets the thrower go on where what catches it does not interrupt', () => {
    const instance = started(drawn(false));
    expect(instance.open).toEqual(['h', 'a']);
    expect(instance.state).not.toHaveProperty('signals');
  });

  it('is thrown by an end event too', () => {
    const ends = subProcess('v', [start('vs'), endThrowing('ve', { signal: 'flood' }), ...path('vs', 've')]);
    expect(started(drawn(true, ends)).open).toEqual(['h']);
  });

  it('starts an event sub-process of the scope before that can complete', () => {
    const handler = eventSubProcess('ev', [
      startOn('es', { signal: 'flood' }, { interrupting: false }),
      userTask('h'),
      ...path('es', 'h'),
    ]);
    const process = processOf('p', [start('s'), throwing(handler), userTask('a'), ...path('s', 'v', 'a')]);
    expect(started(process).open).toEqual(['h']);
  });

  it('is heard in the order of waiting, whatever order a store gives to the keys', () => {
    const parts = [start('s'), parallel('f'), userTask('go'), throwEvent('t', { signal: 'flood' })];
    const waiting = ['c', 'd'].flatMap((id) => [
      catchEvent(id, { signal: 'flood' }),
      ...path('f', id, `${id}-heard`),
      userTask(`${id}-heard`),
    ]);
    const instance = started(processOf('p', [...parts, ...path('s', 'f', 'go', 't'), ...waiting]));
    const signals = Object.fromEntries(Object.entries(instance.state.signals ?? {}).reverse());
    instance.state = { ...instance.state, signals };
    instance.complete('go');
    expect(instance.open).toEqual(['c-heard', 'd-heard']);
  });

  it('is told by the shell alone in a case that is older than this', () => {
    const instance = started(drawn(true), []);
    expect(instance.open).toEqual(['a']);
    expect(broadcastOf(instance)).not.toHaveProperty('toldAtHome');
  });
});
