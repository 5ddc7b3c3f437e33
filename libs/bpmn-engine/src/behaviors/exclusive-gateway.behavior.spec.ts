import { end, exclusive, flow, InstanceDriver, path, processOf, start, userTask } from '@wuqing/testing';

describe('exclusive gateway', () => {
  const choice = (withDefault: boolean) =>
    new InstanceDriver(
      processOf('p', [
        start('s'),
        exclusive('x'),
        userTask('small'),
        userTask('large'),
        userTask('other'),
        end('e'),
        ...path('s', 'x'),
        flow('x', 'small', { when: 'n < 10' }),
        flow('x', 'large', { when: 'n < 100' }),
        flow('x', 'other', withDefault ? { isDefault: true } : { when: 'n = 1000' }),
        ...path('small', 'e'),
        ...path('large', 'e'),
        ...path('other', 'e'),
      ]),
    );

  it.each([
    [5, 'small'],
    [10, 'large'],
    [100, 'other'],
  ])('n = %i: the first true condition in document order, else the default: %s', (n, expected) => {
    const instance = choice(true);
    expect(instance.start({ n })).toBe(
      `▶p {p#0 n=${n}} +s#1 -s#1 s-x +x#2 -x#2 x-${expected} +${expected}#3 ●${expected}#3`,
    );
  });

  it('none true and no default: an incident, and nothing is chosen for anybody', () => {
    const instance = choice(false);
    expect(instance.start({ n: 100 })).toBe('▶p {p#0 n=100} +s#1 -s#1 s-x +x#2 ⚠x#2(no-flow)');
  });

  it('a condition on a name without a value is an incident, not a silent default', () => {
    expect(choice(true).start()).toBe('▶p +s#1 -s#1 s-x +x#2 ⚠x#2(condition)');
  });

  it('brings each token through by itself where flows meet', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        userTask('a'),
        userTask('b'),
        exclusive('m'),
        userTask('c'),
        end('e'),
        ...path('s', 'a', 'm', 'c', 'e'),
        ...path('s', 'b', 'm'),
      ]),
    );
    instance.start();
    expect(instance.complete('a')).toBe('✓a#2 -a#2 a-m +m#4 -m#4 m-c +c#5 ●c#5');
    expect(instance.complete('b')).toBe('✓b#3 -b#3 b-m +m#6 -m#6 m-c +c#7 ●c#7');
  });
});
