import { again, exclusive, InstanceDriver, scriptTask, sequenceOf, task, userTask } from '@wuqing/testing';

describe('standard loop', () => {
  const count = (options: Parameters<typeof again>[1], n: number): unknown => {
    const instance = new InstanceDriver(sequenceOf('p', [again(scriptTask('t', 'n', 'n + 1'), options)]));
    instance.start({ n });
    return instance.state.status === 'completed' ? instance.variable('n') : instance.state.status;
  };

  it.each<[Parameters<typeof again>[1], number, number]>([
    [{ while: 'n < 3' }, 0, 3],
    [{ while: 'n < 3' }, 3, 4],
    [{ while: 'n < 3', testBefore: true }, 3, 3],
    [{ while: 'true', maximum: 3 }, 0, 3],
    [{ while: 'true', maximum: 0 }, 0, 0],
    [{ maximum: 2 }, 0, 2],
    [{ while: 'loopCounter < 4' }, 0, 4],
  ])('%j from %i comes to %i', (options, n, expected) => {
    expect(count(options, n)).toBe(expected);
  });

  it('its rounds bear their number', () => {
    const instance = new InstanceDriver(sequenceOf('p', [again(userTask('a'), { while: 'more' })]));
    expect(instance.start({ more: true })).toContain('+a#2* +a#3[1] {a#3 loopCounter=1} ●a#3');
    expect(instance.complete('a')).toBe('✓a#3 -a#3 +a#4[2] {a#4 loopCounter=2} ●a#4');
    expect(instance.complete('a', { more: false })).toBe(
      '✓a#4 {p#0 more=false} -a#4 -a#2 a-end +end#5 -end#5 ■',
    );
  });

  it('a condition without an answer is an incident, asked again by the retry', () => {
    const instance = new InstanceDriver(sequenceOf('p', [again(userTask('a'), { while: 'more' })]));
    instance.start();
    expect(instance.complete('a')).toBe('✓a#3 -a#3 ⚠a#2(condition)');
    expect(instance.resolve('a')).toBe('⚠✓a#2 ⚠a#2(condition)');
  });

  it('without an end it is stopped, and can be taken up again', () => {
    const instance = new InstanceDriver(
      sequenceOf('p', [again(task('t'), { while: 'true' }), exclusive('x')]),
    );
    instance.start();
    expect(Object.values(instance.state.incidents)).toMatchObject([{ code: 'loop', elementId: 't' }]);
  });
});
