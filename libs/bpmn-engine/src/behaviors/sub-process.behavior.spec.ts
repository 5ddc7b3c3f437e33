import {
  boundary,
  end,
  eventSubProcess,
  InstanceDriver,
  parallel,
  path,
  processOf,
  start,
  startOn,
  subProcess,
  userTask,
  type NodeOptions,
  type Trigger,
} from '@wuqing/testing';

const inside = [start('s2'), userTask('a'), end('e2'), ...path('s2', 'a', 'e2')];
const around = (options: NodeOptions = {}) =>
  new InstanceDriver(
    processOf('p', [
      start('s'),
      subProcess('sp', inside, options),
      userTask('z'),
      end('e'),
      ...path('s', 'sp', 'z', 'e'),
    ]),
  );

describe('embedded sub-process', () => {
  it('is a scope that completes when nothing runs in it any more', () => {
    const instance = around();
    expect(instance.start()).toBe('▶p +s#1 -s#1 s-sp +sp#2 +s2#3 -s2#3 s2-a +a#4 ●a#4');
    expect(instance.complete('a')).toBe('✓a#4 -a#4 a-e2 +e2#5 -e2#5 -sp#2 sp-z +z#6 ●z#6');
  });

  it('owns its inputs; what it does not own is written to the process', () => {
    const instance = around({ inputs: { x: '1' } });
    instance.start();
    expect(instance.complete('a', { x: 2, y: 3 })).toContain('{sp#2 x=2} {p#0 y=3}');
    expect(instance.state.variables).toEqual({ 'p#0': { y: 3 } });
  });

  it('outputs read its own variables and write outside', () => {
    const instance = around({ inputs: { x: '1' }, outputs: { result: 'x * 10' } });
    instance.start();
    instance.complete('a', { x: 2 });
    expect(instance.state.variables).toEqual({ 'p#0': { result: 20 } });
  });

  it('an output that fails keeps the empty scope as an incident', () => {
    const instance = around({ outputs: { result: 'boom()' } });
    instance.start();
    expect(instance.complete('a')).toBe('✓a#4 -a#4 a-e2 +e2#5 -e2#5 ⚠sp#2(expression)');
    expect(instance.resolve('sp')).toBe('⚠✓sp#2 ⚠sp#2(expression)');
    expect(instance.returnTo('a')).toBe('↶a ⚠✓sp#2 +a#6 ●a#6');
  });
});

describe('event sub-process', () => {
  const withEvent = (trigger: Trigger, interrupting: boolean) =>
    new InstanceDriver(
      processOf('p', [
        start('s'),
        parallel('f'),
        userTask('a'),
        userTask('b'),
        boundary('t', 'b', { duration: '"P9D"' }),
        end('e'),
        eventSubProcess('ev', [
          startOn('on', trigger, { interrupting }),
          userTask('x'),
          end('e2'),
          ...path('on', 'x', 'e2'),
        ]),
        eventSubProcess('ev2', [startOn('on2', { duration: '"P30D"' }), end('e3'), ...path('on2', 'e3')]),
        ...path('s', 'f', 'a', 'e'),
        ...path('f', 'b', 'e'),
        ...path('t', 'e'),
      ]),
    );
  const order = { message: 'town-order', correlationKey: '"k"' };

  it('waits from the beginning of its scope, and holds nothing up', () => {
    const instance = withEvent(order, false);
    expect(instance.start()).toContain('▶p ✉on#1(town-order:k) ⏲on2#2@2026-09-23T01:00:00.000Z +s#3');
    instance.complete('a');
    expect(instance.complete('b')).toBe('✓b#6 ⊘t#7 -b#6 b-e +e#9 -e#9 ⊘on2#2 ✉⊘on#1 ■');
  });

  it('interrupting message: ends what runs in the scope and the scope’s other events', () => {
    const instance = withEvent(order, true);
    instance.start();
    expect(instance.correlate('on', { n: 1 })).toBe(
      '✉!on#1 xa#5 ⊘t#7 xb#6 ⊘on2#2 +ev#8 +on#9 {p#0 n=1} -on#9 on-x +x#10 ●x#10',
    );
    expect(instance.complete('x')).toBe('✓x#10 -x#10 x-e2 +e2#11 -e2#11 -ev#8 ■');
  });

  it('non-interrupting message: runs beside, may come again, and the scope waits for all', () => {
    const instance = withEvent(order, false);
    instance.start();
    expect(instance.correlate('on')).toBe('✉!on#1 ✉on#8(town-order:k) +ev#9 +on#10 -on#10 on-x +x#11 ●x#11');
    expect(instance.correlate('on')).toContain('+ev#13');
    for (const id of ['a', 'b', 'x']) instance.complete(id);
    expect(instance.state.status).toBe('running');
    expect(instance.complete('x')).toContain('■');
  });

  it.each([
    [true, '⏰on#1 xa#5 ⊘t#7 xb#6 ⊘on2#2 +ev#8 +on#9 -on#9 on-x +x#10 ●x#10'],
    [false, '⏰on#1 +ev#8 +on#9 -on#9 on-x +x#10 ●x#10'],
  ])('timer, interrupting %s', (interrupting, expected) => {
    const instance = withEvent({ date: '"2026-09-01"' }, interrupting);
    instance.start();
    expect(instance.fire('on')).toBe(expected);
  });

  it('of a sub-process: leaves the boundary events of that sub-process alone', () => {
    const ev = eventSubProcess('ev', [
      startOn('on', order),
      userTask('x'),
      end('e3'),
      ...path('on', 'x', 'e3'),
    ]);
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        subProcess('sp', [...inside, ev]),
        boundary('late', 'sp', { duration: '"P9D"' }),
        end('e'),
        ...path('s', 'sp', 'e'),
        ...path('late', 'e'),
      ]),
    );
    expect(instance.start()).toContain('+sp#2 ⏲late#3@2026-09-02T01:00:00.000Z ✉on#4(town-order:k)');
    expect(instance.correlate('on')).toBe('✉!on#4 xa#6 +ev#7 +on#8 -on#8 on-x +x#9 ●x#9');
    expect(instance.complete('x')).toBe(
      '✓x#9 -x#9 x-e3 +e3#10 -e3#10 -ev#7 ⊘late#3 -sp#2 sp-e +e#11 -e#11 ■',
    );
  });

  it('an expression that fails when the scope begins is an incident on the scope, and nothing of it waits', () => {
    const instance = withEvent({ date: 'when' }, true);
    expect(instance.start()).toBe('▶p ⚠p#0(text)');
    expect(instance.state.timers).toEqual({});
    expect(instance.resolve('p')).toBe('⚠✓p#0 ⚠p#0(text)');
  });
});
