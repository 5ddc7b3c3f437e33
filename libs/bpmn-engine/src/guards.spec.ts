import { InstanceDriver, sequenceOf, userTask } from '@wuqing/testing';

describe('guards', () => {
  const guarded = (guards: NonNullable<Parameters<typeof userTask>[1]>['guards']) =>
    new InstanceDriver(sequenceOf('p', [userTask('a', { guards, inputs: { n: '1' } })]));

  it('refuse a completion with their own sentence, and see the submission over the scopes', () => {
    const instance = guarded([
      { id: 'bar-1', reject: 'n = 1', message: '不得表决。' },
      { id: 'bar-2', reject: 'm > 5', message: '到会人数未达法定人数。' },
    ]);
    instance.start({ m: 3 });
    const submit = (variables: Record<string, number>) =>
      instance.send({ type: 'CompleteUserTask', userTask: 'a#2', variables });
    expect(submit({})).toEqual({
      ok: false,
      error: { code: 'guard', guard: 'bar-1', elementId: 'a', message: '不得表决。' },
    });
    expect(submit({ n: 2, m: 6 })).toMatchObject({ ok: false, error: { guard: 'bar-2' } });
    expect(submit({ n: 2 })).toMatchObject({ ok: true });
  });

  it.each(['boom()', 'missing > 1', '"yes"'])(
    'that cannot be decided (%s) refuse too, and say which',
    (reject) => {
      const instance = guarded([{ id: 'bar-7', reject }]);
      instance.start();
      const answer = instance.send({ type: 'CompleteUserTask', userTask: 'a#2', variables: {} });
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', guard: 'bar-7', elementId: 'a' } });
      expect(answer.ok ? '' : answer.error.message).toContain('bar-7');
    },
  );

  it.each([
    ['true', '⚠a#2(guard)'],
    ['boom()', '⚠a#2(guard)'],
    ['false', '●a#2'],
  ])('on activation: %s', (reject, expected) => {
    expect(guarded([{ id: 'g', on: 'activate', reject }]).start()).toBe(
      `▶p +start#1 -start#1 start-a +a#2 {a#2 n=1} ${expected}`,
    );
  });
});
