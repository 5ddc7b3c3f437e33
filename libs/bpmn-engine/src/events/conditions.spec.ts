import {
  boundary,
  catchEvent,
  end,
  eventSubProcess,
  InstanceDriver,
  parallel,
  path,
  processOf,
  scriptTask,
  sequenceOf,
  start,
  startOn,
  userTask,
  subProcess,
} from '@wuqing/testing';
import { engineFlags } from '../context.js';

/** u with a conditional boundary event, beside w, by which variables change. */
const guarded = (condition: string, interrupting: boolean, flags = engineFlags): InstanceDriver =>
  new InstanceDriver(
    processOf('p', [
      start('s'),
      parallel('g'),
      userTask('u'),
      userTask('w'),
      userTask('w2'),
      boundary('b', 'u', { condition }, { interrupting }),
      userTask('z'),
      end('e'),
      ...path('s', 'g', 'u', 'e'),
      ...path('g', 'w', 'w2', 'e'),
      ...path('b', 'z', 'e'),
    ]),
    { flags },
  );

describe('a conditional event', () => {
  it('happens at once where its condition is true already', () => {
    const instance = new InstanceDriver(sequenceOf('p', [catchEvent('c', { condition: 'n > 5' })]));
    expect(instance.start({ n: 6 })).toBe(
      '▶p {p#0 n=6} +start#1 -start#1 start-c +c#2 ?c#2 ?!c#2 -c#2 c-end +end#3 -end#3 ■',
    );
    expect(instance.state).not.toHaveProperty('conditions');
  });

  it('interrupts its activity when a variable changes', () => {
    const instance = guarded('n > 5', true);
    instance.start({ n: 1 });
    expect(instance.state.conditions).toEqual({ 'b#4': { elementId: 'b', attachedTo: 'u#3' } });
    expect(instance.complete('w', { n: 6 })).toBe(
      '✓w#5 {p#0 n=6} -w#5 w-w2 +w2#6 ●w2#6 ?!b#4 xu#3 +b#7 -b#7 b-z +z#8 ●z#8',
    );
  });

  it('that does not interrupt happens at each change from not true to true, and at no other', () => {
    const instance = guarded('n > 5', false);
    instance.start({ n: 6 });
    expect(instance.open).toEqual(['z', 'u', 'w']);
    expect(instance.complete('w', { n: 7 })).not.toContain('?');
    expect(instance.complete('z', { n: 1 })).toContain('?↓b#5');
    expect(instance.complete('w2', { n: 9 })).toMatch(/\?!b#5 \?b#\d+=true \+b#/);
    expect(instance.open).toEqual(['u', 'z']);
  });

  it('of an instance older than `conditions-at-once` happens when nothing else is left to do', () => {
    const instance = guarded('n > 5', false, []);
    instance.start({ n: 6 });
    expect(instance.open).toEqual(['u', 'w', 'z']);
  });

  it.each(['missing > 1', 'null', '"yes"', 'missing'])('null or no boolean (%s) is not true', (condition) => {
    const instance = guarded(condition, true);
    instance.start();
    expect(instance.open).toEqual(['u', 'w']);
    expect(instance.state.incidents).toEqual({});
  });

  it('that cannot be asked at all is an incident when it begins to wait', () => {
    const instance = new InstanceDriver(sequenceOf('p', [catchEvent('c', { condition: 'boom()' })]));
    instance.start();
    expect(instance.state.incidents['c#2']).toMatchObject({ code: 'expression', retry: 'enter' });
  });

  it('loses to the completion of its activity that brings the change: that was first', () => {
    const instance = guarded('n > 5', true);
    instance.start({ n: 1 });
    expect(instance.complete('u', { n: 6 })).toBe('✓u#3 {p#0 n=6} ?⊘b#4 -u#3 u-e +e#6 -e#6');
  });

  it('starts an event sub-process, before the scope may complete', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        scriptTask('f', 'n', '6'),
        end('e'),
        ...path('s', 'f', 'e'),
        eventSubProcess('H', [
          startOn('hs', { condition: 'n > 5' }),
          userTask('h'),
          end('he'),
          ...path('hs', 'h', 'he'),
        ]),
      ]),
    );
    expect(instance.start()).toMatch(/^▶p \?hs#1 .* -e#4 \?!hs#1 \+H#5 \+hs#6 -hs#6 hs-h \+h#7 ●h#7$/);
    instance.complete('h');
    expect(instance.state.status).toBe('completed');
  });

  it.each([
    [true, ['z'], '▶p {p#0 n=6} +s#1 -s#1 s-v +v#2 ?b#3 ?!b#3 xv#2 +b#4 -b#4 b-z +z#5 ●z#5'],
    [false, ['u', 'z'], undefined],
  ])('that is true already happens before its sub-process begins (interrupting: %s)', (interrupting, open, tape) => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        subProcess('v', [start('vs'), scriptTask('f', 'done', 'true'), userTask('u'), end('ve'), ...path('vs', 'f', 'u', 've')]),
        boundary('b', 'v', { condition: 'n > 5' }, { interrupting }),
        userTask('z'),
        end('e'),
        ...path('s', 'v', 'e'),
        ...path('b', 'z', 'e'),
      ]),
      { flags: engineFlags },
    );
    const said = instance.start({ n: 6 });
    if (tape !== undefined) expect(said).toBe(tape);
    expect(instance.open.toSorted()).toEqual(open);
  }); // prettier-ignore

  it('that is true already leaves nothing to begin in the scope of its event sub-process', () => {
    const parts = [
      start('s'),
      scriptTask('f', 'done', 'true'),
      end('e'),
      ...path('s', 'f', 'e'),
      eventSubProcess('H', [
        startOn('hs', { condition: 'n > 5' }),
        userTask('h'),
        end('he'),
        ...path('hs', 'h', 'he'),
      ]),
    ];
    const instance = new InstanceDriver(processOf('p', parts));
    expect(instance.start({ n: 6 })).toBe('▶p {p#0 n=6} ?hs#1 ?!hs#1 +H#2 +hs#3 -hs#3 hs-h +h#4 ●h#4');
    instance.complete('h');
    expect(instance.state.status).toBe('completed');
  });

  it('two that make each other true meet the bound of the agenda', () => {
    const toggling = (id: string, condition: string, variable: string, other: string) =>
      eventSubProcess(id, [
        startOn(`${id}-s`, { condition }, { interrupting: false }),
        scriptTask(`${id}-a`, variable, 'false'),
        scriptTask(`${id}-b`, other, 'true'),
        end(`${id}-e`),
        ...path(`${id}-s`, `${id}-a`, `${id}-b`, `${id}-e`),
      ]);
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        userTask('w'),
        userTask('u'),
        end('e'),
        ...path('s', 'w', 'u', 'e'),
        toggling('A', 'a', 'a', 'b'),
        toggling('B', 'b', 'b', 'a'),
      ]),
    );
    instance.start({ a: false, b: false });
    instance.complete('w', { a: true });
    expect(Object.values(instance.state.incidents)).toMatchObject([{ code: 'loop' }]);
    expect(instance.open).toEqual(['u']);
  });
});
