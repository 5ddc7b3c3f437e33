import { startTriggersOf } from '@wuqing/bpmn-model';
import {
  catchEvent,
  end,
  eventBased,
  InstanceDriver,
  path,
  processOf,
  receiveTask,
  start,
  startOn,
  userTask,
} from '@wuqing/testing';

const process = processOf('p', [
  startOn('on-message', { message: 'petition' }),
  start('plain'),
  startOn('on-signal', { signal: 'flood' }),
  startOn('on-time', { cycle: '"R/P1M"' }),
  startOn('on-condition', { condition: 'level > 3' }),
  userTask('a'),
  end('e'),
  ...path('plain', 'a', 'e'),
  ...path('on-message', 'a'),
  ...path('on-signal', 'a'),
  ...path('on-time', 'a'),
  ...path('on-condition', 'a'),
]);

const gateway = (kind: 'exclusive' | 'parallel') =>
  processOf('p', [
    eventBased('g', kind),
    catchEvent('c', { message: 'm1' }),
    receiveTask('r', { message: 'm2', correlationKey: 'n' }),
    end('e'),
    ...path('g', 'c', 'e'),
    ...path('g', 'r', 'e'),
  ]);

describe('StartProcessInstance', () => {
  it('knows every way in which the process can begin', () => {
    expect(startTriggersOf(process).map(({ elementId, definition }) => [elementId, definition.kind])).toEqual(
      [
        ['on-message', 'message'],
        ['plain', 'none'],
        ['on-signal', 'signal'],
        ['on-time', 'timer'],
        ['on-condition', 'conditional'],
      ],
    );
    expect(startTriggersOf(gateway('exclusive'))).toEqual([
      { elementId: 'c', definition: { kind: 'message', message: 'm1' } },
      { elementId: 'r', definition: { kind: 'message', message: 'm2' } },
    ]);
    expect(startTriggersOf(gateway('parallel'))[0]).toMatchObject({ elementId: 'c', others: ['r'] });
  });

  it.each(['on-message', 'plain', 'on-signal', 'on-time', 'on-condition'])('begins at %s', (startEvent) => {
    expect(new InstanceDriver(process).start({ n: 1 }, startEvent)).toBe(
      `▶p {p#0 n=1} +${startEvent}#1 -${startEvent}#1 ${startEvent}-a +a#2 ●a#2`,
    );
  });

  it('begins at the none start event where none is named, else at the first of another kind', () => {
    expect(new InstanceDriver(process).start()).toContain('+plain#1');
    const other = processOf('p', [
      startOn('on-message', { message: 'm' }),
      end('e'),
      ...path('on-message', 'e'),
    ]);
    expect(new InstanceDriver(other).start()).toContain('+on-message#1 -on-message#1');
  });

  it.each(['a', 'nothing', '__proto__'])('is refused at %s', (startEvent) => {
    const instance = new InstanceDriver(process);
    expect(instance.send({ type: 'StartProcessInstance', variables: {}, startEvent })).toMatchObject({
      ok: false,
      error: { code: 'unknown-element', elementId: startEvent },
    });
    expect(instance.state.status).toBe('created');
  });

  it('begins behind an exclusive gateway: the others are not awaited', () => {
    expect(new InstanceDriver(gateway('exclusive')).start({ n: 2 }, 'c')).toBe(
      '▶p {p#0 n=2} +c#1 -c#1 c-e +e#2 -e#2 ■',
    );
  });

  it('begins behind a parallel gateway: the others are awaited', () => {
    const instance = new InstanceDriver(gateway('parallel'));
    expect(instance.start({ n: 2 }, 'c')).toBe('▶p {p#0 n=2} +c#1 -c#1 c-e +e#2 -e#2 +r#3 ✉r#3(m2:2)');
    expect(instance.correlate('r')).toBe('✉!r#3 -r#3 r-e +e#4 -e#4 ■');
  });

  it('begins at a receive task that has received already', () => {
    const receiving = processOf('p', [
      receiveTask('r', { message: 'm' }, { instantiate: true }),
      end('e'),
      ...path('r', 'e'),
    ]);
    expect(new InstanceDriver(receiving).start()).toBe('▶p +r#1 -r#1 r-e +e#2 -e#2 ■');
  });
});
