import {
  catchEvent,
  end,
  InstanceDriver,
  path,
  processOf,
  sequenceOf,
  start,
  startOn,
  userTask,
} from '@wuqing/testing';

describe('start event', () => {
  it('none: a token stands at it and goes on', () => {
    expect(new InstanceDriver(sequenceOf('p', [userTask('a')])).start()).toBe(
      '▶p +start#1 -start#1 start-a +a#2 ●a#2',
    );
  });

  it('the none start event is taken before one of another kind', () => {
    const parts = [startOn('m', { message: 'petition' }), start('s'), userTask('a'), userTask('b'), end('e')];
    const flows = [...path('m', 'a', 'e'), ...path('s', 'b', 'e')];
    expect(new InstanceDriver(processOf('p', [...parts, ...flows])).start()).toBe(
      '▶p +s#1 -s#1 s-b +b#2 ●b#2',
    );
  });

  it('message: where there is no other, the message was the cause of the start', () => {
    const parts = [startOn('m', { message: 'petition' }), userTask('a'), end('e'), ...path('m', 'a', 'e')];
    const instance = new InstanceDriver(processOf('p', parts));
    expect(instance.start({ n: 1 })).toBe('▶p {p#0 n=1} +m#1 -m#1 m-a +a#2 ●a#2');
    expect(instance.state.subscriptions).toEqual({});
  });

  it('none at all: an incident on the process, which the same definition cannot mend', () => {
    const instance = new InstanceDriver(processOf('p', [catchEvent('c', { duration: '"P1D"' })]));
    expect(instance.start()).toBe('▶p ⚠p#0(no-start)');
    expect(instance.resolve('p')).toBe('⚠✓p#0 ⚠p#0(no-start)');
  });
});
