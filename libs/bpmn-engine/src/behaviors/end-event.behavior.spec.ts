import {
  boundary,
  catchEvent,
  effectsOf,
  end,
  InstanceDriver,
  parallel,
  path,
  processOf,
  serviceTask,
  start,
  subProcess,
  terminateEnd,
  userTask,
} from '@wuqing/testing';

describe('end event', () => {
  it('two that are reached in one turn end the process once', () => {
    const process = processOf('p', [
      start('s'),
      parallel('g'),
      end('e'),
      end('f'),
      ...path('s', 'g', 'e'),
      ...path('g', 'f'),
    ]);
    expect(new InstanceDriver(process).start()).toBe(
      '▶p +s#1 -s#1 s-g +g#2 -g#2 g-e +e#3 -e#3 g-f +f#4 -f#4 ■',
    );
  });

  const fork = (last: ReturnType<typeof end>) => [
    start('s'),
    parallel('f'),
    userTask('a'),
    last,
    userTask('b'),
    catchEvent('c', { duration: '"PT1H"' }),
    catchEvent('m', { message: 'reply' }),
    serviceTask('v', 'town.print'),
    end('e'),
    ...path('s', 'f', 'a', last.id),
    ...path('f', 'b', 'e'),
    ...path('f', 'c', 'e'),
    ...path('f', 'm', 'e'),
    ...path('f', 'v', 'e'),
  ];

  it('none: ends its own token only', () => {
    const instance = new InstanceDriver(processOf('p', fork(end('x'))));
    instance.start();
    expect(instance.complete('a')).toBe('✓a#3 -a#3 a-x +x#8 -x#8');
    expect(instance.open).toEqual(['b']);
  });

  it('terminate: everything else in the scope is closed, and the process is complete', () => {
    const instance = new InstanceDriver(processOf('p', fork(terminateEnd('x'))));
    instance.start();
    instance.effects.length = 0;
    expect(instance.complete('a')).toBe('✓a#3 -a#3 a-x +x#8 xb#4 ⊘c#5 xc#5 ✉⊘m#6 xm#6 xv#7 -x#8 ■');
    expect(effectsOf(instance.effects)).toBe(
      'CloseUserTask(a#3) CloseUserTask(b#4) CancelTimer(c#5) CloseMessageSubscription(m#6) CancelServiceTask(v#7)',
    );
    expect(instance.leftovers).toEqual([]);
  });

  it('terminate in a sub-process ends the sub-process only', () => {
    const inside = [start('s2'), parallel('f'), userTask('a'), userTask('b'), terminateEnd('x'), end('y')];
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        subProcess('sp', [...inside, ...path('s2', 'f', 'a', 'x'), ...path('f', 'b', 'y')]),
        userTask('after'),
        boundary('late', 'sp', { duration: '"P1D"' }),
        end('e'),
        ...path('s', 'sp', 'after', 'e'),
        ...path('late', 'e'),
      ]),
    );
    instance.start();
    expect(instance.complete('a')).toBe(
      '✓a#6 -a#6 a-x +x#8 xb#7 -x#8 ⊘late#3 -sp#2 sp-after +after#9 ●after#9',
    );
  });
});
