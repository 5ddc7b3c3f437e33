import type { ExecutableProcess } from '@wuqing/bpmn-model';
import {
  adHoc,
  again,
  boundary,
  businessRuleTask,
  callActivity,
  catchEvent,
  each,
  end,
  endThrowing,
  eventBased,
  eventSubProcess,
  exclusive,
  flow,
  inclusive,
  parallel,
  path,
  processOf,
  scriptTask,
  serviceTask,
  start,
  startOn,
  subProcess,
  throwEvent,
  transaction,
  undoing,
  undoneBy,
  userTask,
  type NodePart,
} from '@wuqing/testing';
import type { CaseAtWork } from '../harness/case-at-work.js';
import { openForm } from '../harness/publish.js';

/** The hands of whoever tells a story: what does not come from the case itself. */
export interface Storyteller {
  publish(message: string, variables?: object): Promise<void>;
  broadcast(signal: string): Promise<void>;
  /** Puts another version in force and moves the case to it. */
  migrate(it: CaseAtWork, to: ExecutableProcess, mapping: Readonly<Record<string, string>>): Promise<void>;
}

/** A process and one way through it. */
export interface Story {
  readonly process: ExecutableProcess;
  /** What it calls. */
  readonly called?: readonly ExecutableProcess[];
  readonly tell: (it: CaseAtWork, others: Storyteller) => Promise<void>;
}

const READS = ['agreed', 'answer', 'n', 'unitId'];
/** What any step may submit. */
export const form = openForm('recorded-answer', { agreed: 'boolean', n: 'integer' });
const ask = (id: string): NodePart => userTask(id, { candidateGroups: '"village-clerk"', formKey: form.key });
const calling = (id: string, name: string): NodePart => {
  const part = serviceTask(id, `lingshui.${name}`, { inputs: { household: '"H-7"' } });
  return { ...part, kind: { ...part.kind, retries: 2 } as NodePart['kind'] };
};

/** People's steps side by side, a reminder, members who sign, a step taken back: over several runs. */
const steps: Story = {
  process: processOf(
    'recorded-steps',
    [
      start('start'),
      parallel('fork'),
      ask('draft'),
      boundary('late', 'draft', { duration: '"PT1H"' }, { interrupting: false }),
      ask('hurry'),
      end('hurried'),
      ask('look'),
      parallel('join'),
      each(ask('sign'), {
        collection: '[1, 2, 3]',
        item: 'member',
        outputs: 'signs',
        output: 'agreed',
        until: 'numberOfCompletedInstances > 1',
      }),
      inclusive('weigh'),
      scriptTask('count', 'n', 'n + 1'),
      ask('tell'),
      inclusive('weighed'),
      again(ask('file'), { while: 'n > 5', maximum: 2 }),
      end('end'),
      ...path('start', 'fork', 'draft', 'join', 'sign', 'weigh'),
      ...path('late', 'hurry', 'hurried'),
      ...path('fork', 'look', 'join'),
      flow('weigh', 'count', { when: 'n > 0' }),
      flow('weigh', 'tell', { isDefault: true }),
      ...path('count', 'weighed', 'file', 'end'),
      ...path('tell', 'weighed'),
    ],
    READS,
  ),
  tell: async (it) => {
    await it.pass('late');
    await it.complete('hurry', { n: 5 });
    await it.complete('look', { n: 5 });
    await it.complete('draft', { n: 5 });
    await it.complete('sign', { agreed: true, n: 5 });
    await it.command({ type: 'ReturnToStep', target: 'draft', reason: 'r' });
    await it.complete('draft', { n: 5 });
    const incident = await it.incidentOf('recorded-steps'); // nobody looks again, so the join starves
    await it.command({ type: 'ResolveIncident', incident });
    await it.complete('sign', { agreed: true, n: 5 });
    await it.complete('sign', { agreed: false, n: 5 });
    await it.complete('file', { n: 6 });
    await it.complete('file', { n: 6 });
    await it.ended();
  },
};

/** What comes from outside: messages, signals, timers, a condition; and what goes out. */
const events: Story = {
  process: processOf(
    'recorded-events',
    [
      start('start'),
      catchEvent('letter', { message: 'letter', correlationKey: 'unitId' }),
      eventBased('first'),
      catchEvent('by-signal', { signal: 'bell' }),
      catchEvent('by-time', { duration: '"P3D"' }),
      exclusive('meet'),
      ask('work'),
      boundary('each-day', 'work', { cycle: '"R2/P1D"' }, { interrupting: false }),
      end('each-day-end'),
      boundary('enough', 'work', { condition: 'n > 3' }),
      throwEvent('reply', { message: 'reply-of-history', correlationKey: 'unitId' }, { inputs: { n: 'n' } }),
      endThrowing('ring', { signal: 'bell-of-history' }),
      eventSubProcess('beside', [
        startOn('note', { message: 'note-of-history', correlationKey: 'unitId' }, { interrupting: false }),
        ask('file-note'),
        end('noted'),
        ...path('note', 'file-note', 'noted'),
      ]),
      ...path('start', 'letter', 'first', 'by-signal', 'meet', 'work', 'reply', 'ring'),
      ...path('first', 'by-time', 'meet'),
      ...path('each-day', 'each-day-end'),
      ...path('enough', 'reply'),
    ],
    READS,
  ),
  tell: async (it, others) => {
    await it.keyOf('letter');
    await others.publish('letter', { n: 1 });
    await it.keyOf('by-signal');
    await others.broadcast('bell');
    await it.pass('each-day');
    await others.publish('note-of-history', { answer: 1 });
    await it.complete('file-note', { n: 4 });
    await it.ended();
  },
};

/** Services that answer and that fail, an incident that is mended, and what was done undone. */
const services: Story = {
  process: processOf(
    'recorded-services',
    [
      start('start'),
      calling('register', 'look-up'),
      undoneBy('register-undo', 'register', 'strike-out'),
      undoing(ask('strike-out')),
      calling('unsteady', 'unsteady'),
      boundary('too-long', 'unsteady', { duration: '"P30D"' }),
      exclusive('meet'),
      ask('decide'),
      exclusive('choice'),
      throwEvent('undo-all', { compensate: undefined }),
      end('end'),
      end('undone'),
      ...path('start', 'register', 'unsteady', 'meet', 'decide', 'choice'),
      ...path('too-long', 'meet'),
      flow('choice', 'end', { when: 'agreed' }),
      flow('choice', 'undo-all', { isDefault: true }),
      ...path('undo-all', 'undone'),
    ],
    READS,
  ),
  tell: async (it) => {
    await it.keyOf('unsteady');
    const incident = await it.incidentOf('unsteady');
    await it.command({ type: 'ResolveIncident', incident });
    await it.complete('decide', { agreed: false });
    await it.complete('strike-out');
    await it.ended();
  },
};

/** A transaction that is canceled, an error, an escalation, and an operator's hands. */
const turns: Story = {
  process: processOf(
    'recorded-turns',
    [
      start('start'),
      transaction('deal', [
        start('deal-start'),
        ask('pay'),
        undoneBy('pay-undo', 'pay', 'pay-back'),
        undoing(ask('pay-back')),
        endThrowing('off', { cancel: true }),
        ...path('deal-start', 'pay', 'off'),
      ]),
      boundary('called-off', 'deal', { cancel: true }),
      end('deal-done'),
      subProcess('try', [
        start('try-start'),
        throwEvent('warn', { escalation: 'W' }),
        ask('attempt'),
        endThrowing('fail', { error: 'E' }),
        ...path('try-start', 'warn', 'attempt', 'fail'),
      ]),
      boundary('warned', 'try', { escalation: 'W' }, { interrupting: false }),
      ask('watch'),
      end('watched'),
      boundary('failed', 'try', { error: 'E' }),
      each(ask('hear'), { sequential: true, collection: '[1, 2]', item: 'member' }),
      end('end'),
      ...path('start', 'deal', 'deal-done'),
      ...path('called-off', 'try'),
      ...path('warned', 'watch', 'watched'),
      ...path('failed', 'hear', 'end'),
    ],
    READS,
  ),
  tell: async (it) => {
    await it.complete('pay');
    await it.complete('pay-back');
    await it.keyOf('attempt');
    await it.command({ type: 'SuspendProcessInstance', reason: 'r' });
    await it.command({ type: 'ResumeProcessInstance', reason: 'r' });
    await it.command({ type: 'SkipElement', element: await it.keyOf('watch'), reason: 'r' });
    const terminate = [await it.keyOf('attempt')];
    await it.command({
      type: 'ModifyProcessInstance',
      activate: [{ elementId: 'attempt' }],
      terminate,
      reason: 'r',
    });
    await it.complete('attempt');
    await it.keyOf('hear');
    const multiInstance = await it.loopOf('hear');
    await it.command({ type: 'AddMultiInstanceMember', multiInstance, item: 3, reason: 'r' });
    for (let member = 1; member <= 3; member += 1) await it.complete('hear');
    await it.ended();
  },
};

const stage = processOf(
  'recorded-stage',
  [
    start('s'),
    parallel('f'),
    ask('inspect'),
    ask('measure'),
    parallel('j'),
    end('e'),
    ...path('s', 'f', 'inspect', 'j', 'e'),
    ...path('f', 'measure', 'j'),
  ],
  READS,
);

/** With the call under this id. */
const callingStage = (call: string): ExecutableProcess =>
  processOf(
    'recorded-calls',
    [
      start('start'),
      ask('open'),
      callActivity(call, stage.key),
      businessRuleTask('weigh', 'weigh', 'n'),
      adHoc('any-order', [ask('copy'), ask('stamp')], { sequential: true }),
      end('end'),
      ...path('start', 'open', call, 'weigh', 'any-order', 'end'),
    ],
    READS,
  );

/** A called process, moved to another version while it is under way; a decision; an ad-hoc sub-process. */
const calls: Story = {
  process: callingStage('build'),
  called: [stage],
  tell: async (it, others) => {
    await it.complete('open', { n: 5 });
    await it.complete('build/inspect', { n: 5 });
    await others.migrate(it, callingStage('construct'), { build: 'construct' });
    await it.complete('build/measure', { n: 4 });
    await it.complete('copy');
    await it.complete('stamp');
    await it.ended();
  },
};

export const stories: readonly Story[] = [steps, events, services, turns, calls];
