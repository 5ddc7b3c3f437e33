import {
  end,
  InstanceDriver,
  path,
  processOf,
  sequenceOf,
  serviceTask,
  start,
  terminateEnd,
  userTask,
} from '@wuqing/testing';

describe('service task', () => {
  const judge = serviceTask('judge', 'wuqing.judge-resolution', { inputs: { yes: 'yes', should: '40' } });

  it('is invoked with its mapped inputs and nothing else, and its result goes on', () => {
    const instance = new InstanceDriver(sequenceOf('p', [judge, userTask('a')]));
    expect(instance.start({ yes: 22, secret: 's' })).toContain(
      '+judge#2 {judge#2 yes=22 should=40} ⚙judge#2(wuqing.judge-resolution)',
    );
    expect(instance.effects).toEqual([
      {
        type: 'InvokeServiceTask',
        serviceTask: 'judge#2',
        elementId: 'judge',
        taskType: 'wuqing.judge-resolution',
        retries: 3,
        inputs: { yes: 22, should: 40 },
      },
    ]);
    expect(instance.serve('judge', { passed: true })).toBe(
      '⚙✓judge#2 {p#0 passed=true} -judge#2 judge-a +a#3 ●a#3',
    );
    expect(instance.state.variables).toEqual({ 'p#0': { yes: 22, secret: 's', passed: true } });
  });

  it('without inputs it is invoked with nothing', () => {
    const instance = new InstanceDriver(sequenceOf('p', [serviceTask('v', 'town.print')]));
    instance.start({ secret: 's' });
    expect(instance.effects).toMatchObject([{ inputs: {} }]);
  });

  it('a failure is an incident; resolving it invokes it again, and a late answer of the first is refused', () => {
    const instance = new InstanceDriver(sequenceOf('p', [judge]));
    instance.start({ yes: 22 });
    expect(
      instance.run({ type: 'FailServiceTask', serviceTask: 'judge#2', message: 'Expected a roll' }),
    ).toBe('⚠judge#2(service-failed)');
    expect(instance.state.incidents['judge#2']).toMatchObject({
      message: 'Expected a roll',
      retry: 'perform',
    });
    const late = instance.send({ type: 'CompleteServiceTask', serviceTask: 'judge#2', variables: {} });
    expect(late).toMatchObject({ ok: false, error: { code: 'not-active' } });
    expect(instance.resolve('judge')).toBe('⚠✓judge#2 ⚙judge#2(wuqing.judge-resolution)');
    expect(instance.effects.at(-1)).toMatchObject({ inputs: { yes: 22, should: 40 } });
    expect(instance.serve('judge')).toContain('■');
  });

  it('an element that failed and is then terminated asks nobody to cancel what is over', () => {
    const parts = [start('s'), serviceTask('v', 'town.print'), userTask('a'), terminateEnd('x'), end('e')];
    const instance = new InstanceDriver(
      processOf('p', [...parts, ...path('s', 'v', 'e'), ...path('s', 'a', 'x')]),
    );
    instance.start();
    instance.run({ type: 'FailServiceTask', serviceTask: 'v#2', message: 'no' });
    instance.effects.length = 0;
    instance.complete('a');
    expect(instance.effects.map(({ type }) => type)).toEqual(['CloseUserTask']);
    expect(instance.state.incidents).toEqual({});
  });
});
