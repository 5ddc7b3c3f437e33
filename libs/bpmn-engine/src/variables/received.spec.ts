import {
  catchEvent,
  declaring,
  InstanceDriver,
  payloadOfFields,
  scriptTask,
  sequenceOf,
  serviceTask,
  userTask,
} from '@wuqing/testing';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { engineFlags, type EngineContext } from '../context.js';

const refused = (words: string) => ({
  ok: false,
  error: { code: 'invalid', message: expect.stringContaining(words) },
});

function startProcess(process: ExecutableProcess, more: Partial<EngineContext> = {}): InstanceDriver {
  const instance = new InstanceDriver(process, more);
  instance.start();
  return instance;
}

describe('what comes with a message or a signal', () => {
  const waiting = declaring(
    sequenceOf('p', [
      catchEvent('wait', { message: 'note', correlationKey: '"k"' }),
      catchEvent('hear', { signal: 'bell' }),
    ]),
    { answer: 'integer' },
  );

  it('comes in where it is declared', () => {
    const instance = startProcess(waiting);
    instance.correlate('wait', { answer: 4 });
    expect(instance.state.variables).toEqual({ 'p#0': { answer: 4 } });
  });

  it.each([
    ['another name', { total: 1 }, '“total”'],
    ['another type', { answer: 'four' }, '应为数字'],
  ])('is refused under %s', (_title, variables, words) => {
    const instance = startProcess(waiting);
    const [subscription = ''] = Object.keys(instance.state.subscriptions);
    expect(instance.send({ type: 'CorrelateMessage', subscription, variables })).toMatchObject(
      refused(words),
    );
    instance.correlate('wait');
    const [signal = ''] = Object.keys(instance.state.signals ?? {});
    expect(instance.send({ type: 'TriggerSignal', subscription: signal, variables })).toMatchObject(
      refused(words),
    );
    expect(instance.state.variables).toEqual({});
  });

  it('is read under the name of the process, whose own value of the sender’s name stays', () => {
    const process = sequenceOf('p', [
      scriptTask('total', 'total', '7'),
      catchEvent('note', { message: 'note', correlationKey: '"k"' }, { outputs: { seen: 'total + said' } }),
      userTask('work'),
    ]);
    const { fields } = payloadOfFields({ total: 'integer' });
    const messages = Object.entries(process.messages).map(([id, message]) => [
      id,
      { ...message, payload: { fields: fields.map((field) => ({ ...field, variable: 'said' })) } },
    ]);
    const instance = startProcess({ ...process, messages: Object.fromEntries(messages) });
    instance.correlate('note', { total: 1 });
    expect(instance.state.variables).toEqual({ 'p#0': { total: 7, seen: 8 } });
  });
});

describe('what a service answers', () => {
  const asking = sequenceOf('p', [
    scriptTask('total', 'total', '7'),
    serviceTask('ask', 'town.look'),
    userTask('read'),
  ]);
  const answer = (process: typeof asking, variables: Record<string, number>, flags = engineFlags) => {
    const instance = startProcess(process, { flags });
    const [serviceTaskKey = ''] = Object.keys(instance.state.services);
    const answered = instance.send({ type: 'CompleteServiceTask', serviceTask: serviceTaskKey, variables });
    return { answered, variables: instance.state.variables };
  };

  it('never writes what the process holds itself', () => {
    const { answered, variables } = answer(asking, { total: 0 });
    expect(answered).toMatchObject(refused('total 由流程自己计算'));
    expect(variables).toEqual({ 'p#0': { total: 7 } });
    expect(answer(asking, { found: 1 }).variables).toEqual({ 'p#0': { total: 7, found: 1 } });
  });

  it('is only what is declared, where it is', () => {
    const declared = declaring(asking, { found: 'integer' });
    expect(answer(declared, { found: 1 }).variables).toEqual({ 'p#0': { total: 7, found: 1 } });
    expect(answer(declared, { other: 1 }).answered).toMatchObject(refused('“other”'));
  });

  it('is taken as before by what was started before', () => {
    const before = engineFlags.filter((flag) => flag !== 'held-names');
    expect(answer(asking, { total: 0 }, before).variables).toEqual({ 'p#0': { total: 0 } });
  });
});
