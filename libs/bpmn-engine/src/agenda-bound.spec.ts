import {
  adHoc,
  again,
  boundary,
  callActivity,
  each,
  end,
  exclusive,
  InstanceDriver,
  parallel,
  path,
  processOf,
  scriptTask,
  sequenceOf,
  start,
  subProcess,
  throwEvent,
  userTask,
  type ProcessPart,
} from '@wuqing/testing';
import { MEMBERS_MAX } from '@wuqing/bpmn-model';
import { engineFlags } from './context.js';

const started = (...args: ConstructorParameters<typeof InstanceDriver>): InstanceDriver => {
  const instance = new InstanceDriver(...args);
  instance.start();
  return instance;
};
const visit = [start('b'), exclusive('x'), userTask('u'), end('d'), ...path('b', 'x', 'u', 'd')];

describe('as much as a definition asks for begins in one turn', () => {
  it('a fork of 640 branches, and its join', () => {
    const branches = Array.from({ length: 640 }, (_, at): ProcessPart[] => [
      scriptTask(`t${at}`, `v${at}`, '1'),
      userTask(`u${at}`),
      ...path('f', `t${at}`, `u${at}`, 'j'),
    ]);
    const frame = [start('s'), parallel('f'), parallel('j'), end('e'), ...path('s', 'f'), ...path('j', 'e')];
    const instance = started(processOf('p', [...frame, ...branches.flat()]));
    expect(instance.open).toHaveLength(640);
    for (const id of instance.open) instance.complete(id);
    expect(instance.state.status).toBe('completed');
  });

  it.each<[string, Parameters<typeof each>[0]]>([
    ['user tasks', userTask('v')],
    ['user tasks with inputs', userTask('v', { inputs: { number: 'loopCounter' } })],
    ['sub-processes', subProcess('v', visit)],
    ['called processes', callActivity('v', 'c')],
  ])('as many %s as a multi-instance may have', (_what, activity) => {
    const process = sequenceOf('p', [each(activity, { cardinality: String(MEMBERS_MAX) })]);
    const instance = started(process, { calledProcesses: { c: processOf('c', visit) } });
    expect(instance.state.incidents).toEqual({});
    expect(instance.open).toHaveLength(MEMBERS_MAX);
    expect(instance.complete(instance.open[0]!)).toContain('✓');
  });

  it('a thousand households of a list, with what each brings', () => {
    const households = Array.from({ length: 1_000 }, (_, at) => `H${at}`);
    const asked = each(userTask('v'), {
      collection: 'households',
      item: 'household',
      outputs: 'answers',
      output: 'agreed',
    });
    const instance = new InstanceDriver(sequenceOf('p', [asked]));
    instance.start({ households });
    for (const id of instance.open) instance.complete(id, { agreed: true });
    expect(instance.state.status).toBe('completed');
    expect(instance.variable('answers')).toEqual(households.map(() => true));
  });
});

describe('what goes round without waiting anywhere is stopped', () => {
  it('soon in a small process', () => {
    const parts = [start('s'), exclusive('m'), scriptTask('t', 'x', '1'), ...path('s', 'm', 't', 'm')];
    const instance = started(processOf('p', parts));
    expect(Object.values(instance.state.incidents)).toMatchObject([{ code: 'loop' }]);
    expect(instance.journal.length).toBeLessThan(2_000);
  });

  it('however many members and calls lead to it', () => {
    const inner = each(callActivity('c', 'k'), { cardinality: '2000' });
    const outer = each(subProcess('v', [start('b'), inner, end('d'), ...path('b', 'c', 'd')]), {
      cardinality: '2000',
    });
    const calledProcesses = { k: sequenceOf('k', [scriptTask('t', 'x', '1')]) };
    const instance = started(sequenceOf('p', [outer]), { calledProcesses });
    expect(Object.values(instance.state.incidents)[0]).toMatchObject({ code: 'loop' });
    expect(instance.journal.length).toBeLessThan(60_000);
  });

  it('and what an interruption has ended meanwhile does not begin as an incident', () => {
    const parts = (rounds: number): ProcessPart[] => [
      start('s'),
      again(scriptTask('t', 'x', '1'), { maximum: rounds }),
      adHoc('v', [throwEvent('w', { signal: 'flood' }), userTask('u')]),
      boundary('i', 'v', { signal: 'flood' }),
      userTask('h'),
      ...path('s', 't', 'v'),
      ...path('i', 'h'),
    ];
    const ends = Array.from({ length: 60 }, (_, at) => {
      const { state } = started(processOf('p', parts(240 + at)), { flags: engineFlags });
      return Object.values(state.instances)
        .map(({ elementId }) => elementId)
        .join();
    });
    expect([...new Set(ends)]).toEqual(['h', 'i', 'v,w,u', 'v', 't']);
  });
});
