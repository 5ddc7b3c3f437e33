import { initialState, type ServiceAnswer, type ServiceResult } from '@wuqing/bpmn-engine';
import { instant, ok, required } from '@wuqing/kernel';
import { boundary, end, path, processOf, serviceTask, start, userTask } from '@wuqing/testing';
import { decide, isOpen, unserved, type LaneServices } from './decide.js';

/** s → ask → pure → a; an error E1 of ask leads to b. */
const process = processOf('p', [
  start('s'),
  serviceTask('ask', 'wuqing.ask'),
  boundary('refused', 'ask', { error: 'E1' }),
  serviceTask('count', 'wuqing.count'),
  userTask('a'),
  userTask('b'),
  end('e'),
  ...path('s', 'ask', 'count', 'a', 'e'),
  ...path('refused', 'b', 'e'),
]);
const context = { now: instant(0), timeZone: 'Asia/Shanghai', flags: [], hostFunctions: {} };
const start1 = { type: 'StartProcessInstance', variables: {} } as const;

const decided = (answers: readonly ServiceAnswer[], services: Partial<LaneServices> = {}) =>
  decide(process, initialState(), start1, context, {
    pure: { 'wuqing.count': () => ok({ counted: 1 }) },
    isAsked: (taskType) => taskType === 'wuqing.ask',
    answers,
    ...services,
  });

const asked = (): ServiceAnswer => {
  const open = decided([]);
  if (!isOpen(open)) throw new Error('Expected an open question');
  return { ...open.value.question, result: { kind: 'done', variables: {} } };
};

const endOf = (result: ServiceResult) => {
  const decision = decided([{ ...asked(), result }]);
  if (!decision.ok || isOpen(decision)) throw new Error('Expected a decision');
  const { state, effects, answers } = decision.value;
  return { tasks: state.userTasks, incidents: Object.values(state.incidents), effects, answers };
};

describe('a turn of the lane', () => {
  it('stops at what only the transaction answers, and asks the same again', () => {
    expect(asked()).toMatchObject({ serviceTask: 'ask#2', taskType: 'wuqing.ask', inputs: {} });
    expect(asked()).toEqual(asked());
  });

  it('goes on by the answer, with the pure services behind it, and says by which it was decided', () => {
    const result = { kind: 'done', variables: { found: 7 } } as const;
    const { tasks, effects, answers } = endOf(result);
    expect(tasks).toEqual([expect.stringMatching(/^a#/)]);
    expect(answers).toEqual([{ ...asked(), result }]);
    expect(effects.map(({ type }) => type)).toEqual(['OpenUserTask']);
  });

  it('takes a refusal to who catches it, and stops at one that nobody catches', () => {
    const refusal = { kind: 'error', errorCode: 'E1', message: '已有' } as const;
    expect(endOf(refusal).tasks).toEqual([expect.stringMatching(/^b#/)]);
    expect(endOf({ ...refusal, errorCode: 'E2' }).incidents).toMatchObject([{ code: 'unhandled-error' }]);
    expect(endOf(unserved({ taskType: 'wuqing.ask' })).incidents).toMatchObject([
      { code: 'service-failed', message: 'Expected a service named wuqing.ask' },
    ]);
  });

  it('takes no answer to another question', () => {
    const answer = asked();
    for (const other of [{ serviceTask: 'ask#9' }, { taskType: 'wuqing.other' }, { inputs: { a: 1 } }])
      expect(isOpen(decided([{ ...answer, ...other }]))).toBe(true);
    expect(isOpen(decided([answer]))).toBe(false);
  });

  it('names a service that nobody has', () => {
    const decision = decided([asked()], { pure: {} });
    if (!decision.ok || isOpen(decision)) throw new Error('Expected a decision');
    const [incident] = Object.values(decision.value.state.incidents);
    expect(required(incident, 'an incident').message).toBe('Expected a service named wuqing.count');
  });
});
