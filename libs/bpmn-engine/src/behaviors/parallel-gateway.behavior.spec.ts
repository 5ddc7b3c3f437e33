import {
  eventSubProcess,
  startOn,
  end,
  flow,
  InstanceDriver,
  parallel,
  path,
  processOf,
  start,
  subProcess,
  userTask,
} from '@wuqing/testing';

describe('parallel gateway', () => {
  const block = [
    start('s'),
    parallel('f'),
    userTask('a'),
    userTask('b'),
    parallel('j'),
    userTask('c'),
    end('e'),
    ...path('s', 'f', 'a', 'j', 'c', 'e'),
    ...path('f', 'b', 'j'),
  ];

  it.each([
    ['a', 'b', '✓a#3 -a#3 a-j a-j>j', '✓b#4 -b#4 b-j b-j>j j<<a-j,b-j +j#5 -j#5 j-c +c#6 ●c#6'],
    ['b', 'a', '✓b#4 -b#4 b-j b-j>j', '✓a#3 -a#3 a-j a-j>j j<<a-j,b-j +j#5 -j#5 j-c +c#6 ●c#6'],
  ])('waits for every incoming flow: %s, then %s', (first, second, waits, joins) => {
    const instance = new InstanceDriver(processOf('p', block));
    expect(instance.start()).toBe('▶p +s#1 -s#1 s-f +f#2 -f#2 f-a +a#3 ●a#3 f-b +b#4 ●b#4');
    expect(instance.complete(first)).toBe(waits);
    expect(instance.complete(second)).toBe(joins);
    expect(instance.state.joins).toEqual({});
  });

  it('keeps a second token of one flow for the next time', () => {
    const instance = new InstanceDriver(processOf('p', [...block, flow('s', 'a', { id: 'twice' })]));
    instance.start();
    instance.complete('a');
    instance.complete('a');
    expect(instance.state.joins).toEqual({ 'p#0/j': { 'a-j': 2 } });
    instance.complete('b');
    expect(instance.state.joins).toEqual({ 'p#0/j': { 'a-j': 1 } });
    expect(instance.complete('c')).toContain('⚠p#0(starved-join)');
  });

  it('a token for every outgoing flow, whatever becomes of the others', () => {
    const parts = [
      start('s'),
      parallel('f'),
      end('e'),
      userTask('a'),
      ...path('s', 'f', 'e'),
      ...path('f', 'a'),
    ];
    expect(new InstanceDriver(processOf('p', parts)).start()).toBe(
      '▶p +s#1 -s#1 s-f +f#2 -f#2 f-e +e#3 -e#3 f-a +a#4 ●a#4',
    );
  });

  it('a starving join that gets its token after all goes on; the incident then only holds the end', () => {
    const onMessage = startOn('on', { message: 'm' }, { interrupting: false });
    const parts = [
      start('s'),
      userTask('a'),
      parallel('j'),
      end('e'),
      userTask('b'),
      ...path('s', 'a', 'j', 'e'),
    ];
    const ev = eventSubProcess('ev', [onMessage, end('e2'), ...path('on', 'e2')]);
    const instance = new InstanceDriver(processOf('p', [...parts, ev, ...path('b', 'j')]));
    instance.start();
    expect(instance.complete('a')).toContain('⚠p#0(starved-join)');
    expect(instance.correlate('on')).toMatch(
      /^✉!on#1 ✉on#\d+\(m:\) \+ev#\d+ \+on#\d+ -on#\d+ on-e2 \+e2#\d+ -e2#\d+ -ev#\d+$/,
    );
    expect(instance.resolve('p')).toMatch(/^⚠✓p#0 j<<a-j \+j#\d+ .* ✉⊘on#\d+ ■$/);
  });

  it('a join starves, and is released, whatever an event sub-process beside it still does', () => {
    const parts = [
      start('s'),
      userTask('a'),
      parallel('j'),
      end('e'),
      userTask('b'),
      ...path('s', 'a', 'j', 'e'),
      ...path('b', 'j'),
      eventSubProcess('ev', [
        startOn('on', { message: 'm' }, { interrupting: false }),
        userTask('beside'),
        ...path('on', 'beside'),
      ]),
    ];
    const instance = new InstanceDriver(processOf('p', parts));
    instance.start();
    instance.correlate('on');
    expect(instance.complete('a')).toContain('⚠p#0(starved-join)');
    expect(instance.resolve('p')).toMatch(/^⚠✓p#0 j<<a-j \+j#\d+ -j#\d+ j-e \+e#\d+ -e#\d+$/);
    expect(instance.complete('beside')).toMatch(/■$/);
  });

  it('a join that starves in a sub-process is an incident on the sub-process', () => {
    const inside = [
      start('s2'),
      userTask('a'),
      userTask('b'),
      parallel('j'),
      end('e2'),
      ...path('s2', 'a', 'j', 'e2'),
    ];
    const instance = new InstanceDriver(
      processOf('p', [start('s'), subProcess('sp', [...inside, ...path('b', 'j')]), ...path('s', 'sp')]),
    );
    instance.start();
    expect(instance.complete('a')).toBe('✓a#4 -a#4 a-j a-j>j ⚠sp#2(starved-join)');
    expect(instance.returnTo('a')).toBe('↶a j<<a-j ⚠✓sp#2 +a#5 ●a#5');
    instance.complete('a');
    expect(instance.resolve('sp')).toBe('⚠✓sp#2 j<<a-j +j#6 -j#6 j-e2 +e2#7 -e2#7 -sp#2 ■');
  });
});
