import {
  boundary,
  end,
  exclusive,
  flow,
  inclusive,
  InstanceDriver,
  parallel,
  path,
  processOf,
  start,
  subProcess,
  userTask,
} from '@wuqing/testing';

/** split → a (n > 0), b (n > 1), c (default) → join → d */
const split = [
  start('s'),
  inclusive('o'),
  userTask('a'),
  userTask('b'),
  userTask('c'),
  inclusive('j'),
  userTask('d'),
  end('e'),
  ...path('s', 'o'),
  flow('o', 'a', { when: 'n > 0' }),
  flow('o', 'b', { when: 'n > 1' }),
  flow('o', 'c', { isDefault: true }),
  ...path('a', 'j', 'd', 'e'),
  ...path('b', 'j'),
  ...path('c', 'j'),
];

describe('inclusive gateway', () => {
  it.each([
    [0, ['c']],
    [1, ['a']],
    [2, ['a', 'b']],
  ])('n = %i: every true condition, else the default: %j', (n, open) => {
    const instance = new InstanceDriver(processOf('p', split));
    instance.start({ n });
    expect(instance.open).toEqual(open);
    for (const id of open) instance.complete(id);
    expect(instance.open).toEqual(['d']);
  });

  it('no true condition and no default is an incident', () => {
    const parts = [start('s'), inclusive('o'), userTask('a'), userTask('b'), ...path('s', 'o')];
    const flows = [flow('o', 'a', { when: 'n > 0' }), flow('o', 'b', { when: 'n > 1' })];
    expect(new InstanceDriver(processOf('p', [...parts, ...flows])).start({ n: 0 })).toContain(
      '⚠o#2(no-flow)',
    );
  });

  it('joins what was split and no more', () => {
    const instance = new InstanceDriver(processOf('p', split));
    instance.start({ n: 2 });
    expect(instance.complete('b')).toBe('✓b#4 -b#4 b-j b-j>j');
    expect(instance.complete('a')).toBe('✓a#3 -a#3 a-j a-j>j j<<a-j,b-j +j#5 -j#5 j-d +d#6 ●d#6');
  });

  it('does not wait for a token that turned away from the join', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        parallel('f'),
        userTask('a'),
        userTask('b'),
        exclusive('x'),
        inclusive('j'),
        userTask('d'),
        end('e'),
        ...path('s', 'f', 'a', 'j', 'd', 'e'),
        ...path('f', 'b', 'x'),
        flow('x', 'j', { when: 'come' }),
        flow('x', 'e', { isDefault: true }),
      ]),
    );
    instance.start();
    expect(instance.complete('a')).toBe('✓a#3 -a#3 a-j a-j>j');
    expect(instance.complete('b', { come: false })).toBe(
      '✓b#4 {p#0 come=false} -b#4 b-x +x#5 -x#5 x-e +e#6 -e#6 j<<a-j +j#7 -j#7 j-d +d#8 ●d#8',
    );
  });

  it('waits for a token that could come by a boundary event of what runs', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        parallel('f'),
        userTask('a'),
        userTask('b'),
        boundary('late', 'b', { duration: '"P1D"' }),
        inclusive('j'),
        userTask('d'),
        end('e'),
        ...path('s', 'f', 'a', 'j', 'd', 'e'),
        ...path('f', 'b', 'e'),
        ...path('late', 'j'),
      ]),
    );
    instance.start();
    expect(instance.complete('a')).toBe('✓a#3 -a#3 a-j a-j>j');
    expect(instance.fire('late')).toBe(
      '⏰late#5 xb#4 +late#6 -late#6 late-j late-j>j j<<a-j,late-j +j#7 -j#7 j-d +d#8 ●d#8',
    );
  });

  it('counts a running sub-process and a token at another join as tokens that may come', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        parallel('f'),
        userTask('a'),
        subProcess('sp', [start('s2'), userTask('b'), end('e2'), ...path('s2', 'b', 'e2')]),
        userTask('c'),
        parallel('k'),
        inclusive('j'),
        userTask('d'),
        end('e'),
        ...path('s', 'f', 'a', 'j', 'd', 'e'),
        ...path('f', 'sp', 'k', 'j'),
        ...path('f', 'c', 'k'),
      ]),
    );
    instance.start();
    expect(instance.complete('a')).toContain('a-j>j');
    expect(instance.complete('b')).not.toContain('j<<');
    expect(instance.open).toEqual(['c']);
    expect(instance.complete('c')).toContain('k<<sp-k,c-k +k#9 -k#9 k-j k-j>j j<<a-j,k-j');
  });

  it('a token that comes round a loop before the split belongs to the next round', () => {
    const parts = [
      exclusive('m'),
      userTask('again'),
      parallel('f'),
      ...path('s2', 'f', 'again', 'm'),
      ...path('f', 'm', 'o'),
    ];
    const body = split.filter((part) => part.id !== 's' && part.id !== 's-o');
    const instance = new InstanceDriver(processOf('p', [start('s2'), ...parts, ...body]));
    instance.start({ n: 1 });
    expect(instance.open).toEqual(['again', 'a']);
    expect(instance.complete('a')).toContain('a-j>j j<<a-j');
    instance.complete('again');
    expect(instance.complete('a')).toContain('a-j>j j<<a-j');
  });

  it('two joins that wait for each other are released, the first in order first', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        parallel('f'),
        inclusive('j1'),
        inclusive('j2'),
        parallel('k1'),
        parallel('k2'),
        userTask('d'),
        end('e'),
        ...path('s', 'f', 'j1', 'k1', 'j2'),
        ...path('f', 'j2', 'k2', 'j1'),
        ...path('k1', 'd', 'e'),
        ...path('k2', 'e'),
      ]),
    );
    expect(instance.start()).toContain('f-j2>j2 j1<<f-j1');
    expect(instance.open.length).toBeGreaterThan(0);
  });
});
