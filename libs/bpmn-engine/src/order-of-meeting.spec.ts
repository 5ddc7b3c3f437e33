import {
  boundary,
  catchEvent,
  end,
  eventBased,
  InstanceDriver,
  path,
  processOf,
  receiveTask,
  start,
  userTask,
} from '@wuqing/testing';
import type { Command } from './index.js';

const step = () => {
  const instance = new InstanceDriver(
    processOf('p', [
      start('s'),
      userTask('u'),
      boundary('t', 'u', { duration: '"P1D"' }),
      boundary('m', 'u', { message: 'm' }),
      boundary('g', 'u', { signal: 'g' }),
      end('e'),
      ...path('s', 'u', 'e'),
      ...path('t', 'e'),
      ...path('m', 'e'),
      ...path('g', 'e'),
      // The case goes on elsewhere, so that it is not the end that refuses.
      userTask('other'),
      end('e2'),
      ...path('s', 'other', 'e2'),
    ]),
  );
  instance.start();
  return instance;
};

const gateway = () => {
  const instance = new InstanceDriver(
    processOf('p', [
      start('s'),
      eventBased('w'),
      catchEvent('t', { duration: '"P1D"' }),
      receiveTask('m', { message: 'm' }),
      catchEvent('g', { signal: 'g' }),
      userTask('after'),
      end('e'),
      ...path('s', 'w', 't', 'after', 'e'),
      ...path('w', 'm', 'after'),
      ...path('w', 'g', 'after'),
    ]),
  );
  instance.start();
  return instance;
};

const completion = (userTask = 'u#2'): Command => ({ type: 'CompleteUserTask', userTask, variables: {} });
const timer = (key: string): Command => ({ type: 'TriggerTimer', timer: key });
const message = (subscription: string): Command => ({
  type: 'CorrelateMessage',
  subscription,
  variables: {},
});
const signal = (subscription: string): Command => ({ type: 'TriggerSignal', subscription, variables: {} });

const sentences = {
  completion: '该任务已不在办理中，请刷新后查看最新进展。',
  timer: '该定时已触发或已取消。',
  message: '该事项当前不接收此消息。',
  signal: '该事项当前不接收此信号。',
};

describe('a timer, a message, a signal and a completion meet: the first in the lane wins', () => {
  const atStep = {
    completion: completion(),
    timer: timer('t#3'),
    message: message('m#4'),
    signal: signal('g#5'),
  };
  const atGateway = { timer: timer('t#3'), message: message('m#4'), signal: signal('g#5') };
  const pairs = <T extends string>(names: readonly T[]) =>
    names.flatMap((first) => names.filter((name) => name !== first).map((then) => [first, then] as const));

  it.each(pairs(['completion', 'timer', 'message', 'signal'] as const))(
    'at a step: %s, then %s',
    (first, then) => {
      const instance = step();
      expect(instance.send(atStep[first]).ok).toBe(true);
      const before = JSON.stringify(instance.state);
      expect(instance.send(atStep[then])).toMatchObject({
        ok: false,
        error: { code: 'not-active', message: sentences[then] },
      });
      expect(JSON.stringify(instance.state)).toBe(before);
      expect(instance.open).toEqual(['other']);
    },
  );

  it.each(pairs(['timer', 'message', 'signal'] as const))('at a gateway: %s, then %s', (first, then) => {
    const instance = gateway();
    expect(instance.send(atGateway[first]).ok).toBe(true);
    expect(instance.send(atGateway[then])).toMatchObject({
      ok: false,
      error: { code: 'not-active', message: sentences[then] },
    });
    expect(instance.open).toEqual(['after']);
  });

  it.each(Object.keys(atStep) as (keyof typeof atStep)[])('%s twice happens once', (name) => {
    const instance = step();
    expect(instance.send(atStep[name]).ok).toBe(true);
    expect(instance.send(atStep[name])).toMatchObject({ ok: false });
  });
});
