import { wallsOf } from '@wuqing/access';
import type { Command } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { HistoryEntry } from '@wuqing/persistence';
import {
  InstanceDriver,
  boundary,
  end,
  exclusive,
  flow,
  path,
  processOf,
  start,
  userTask,
} from '@wuqing/testing';
import { executedPathOf } from '../cases/executed-path.js';
import { WITHHELD, historyAsSeen } from './history-as-seen.js';
import { openSight, type StepSight } from './step-sight.js';

const marked = (process: ExecutableProcess, marks: Record<string, string>): ExecutableProcess => ({
  ...process,
  nodes: Object.fromEntries(
    Object.entries(process.nodes).map(([id, node]) => {
      const level = marks[id];
      const extensions = level ? [{ name: 'confidential', attributes: { level }, children: [] }] : [];
      return [id, { ...node, extensions }];
    }),
  ),
});

/** Beside `work` a report is looked into; what was found decides whether the work is done anew. */
const process = marked(
  processOf('p', [
    start('s'),
    userTask('work'),
    boundary('report', 'work', { message: 'report', correlationKey: '"k"' }, { interrupting: false }),
    userTask('look'),
    exclusive('found'),
    userTask('anew'),
    exclusive('heard'),
    userTask('close'),
    end('e'),
    ...path('s', 'work', 'heard', 'close', 'e'),
    ...path('report', 'look', 'found'),
    flow('found', 'anew', { when: 'upheld = true' }),
    flow('found', 'heard', { isDefault: true }),
  ]),
  { look: 'T' },
);

/** Whoever reads level V, and no sender that is closed further. */
const villageSight: StepSight = {
  ...openSight,
  knows: (id) => !wallsOf(process).closed.has(id),
  knowsSender: (id) => wallsOf(process).senderOf(id) === undefined,
};

function journalOf(
  ...commands: readonly (readonly [actorId: string, (driver: InstanceDriver) => Command])[]
) {
  const driver = new InstanceDriver(process);
  return commands.map(([actorId, commandOf], position): HistoryEntry => {
    const command = commandOf(driver);
    const answer = driver.send(command);
    if (!answer.ok) throw new Error(answer.error.message);
    return {
      position,
      commandId: `command-${position}`,
      commandKind: command.type,
      actorId,
      at: new Date(position),
      events: answer.value.events,
      migratedFrom: null,
      onBehalfOf: ['held'],
    };
  });
}

const keyOf = ({ state }: InstanceDriver, id: string): string =>
  Object.keys(state.instances).find((key) => key.startsWith(`${id}#`))!;
const begin = (): Command => ({ type: 'StartProcessInstance', variables: {} });
const report = ({ state }: InstanceDriver): Command => ({
  type: 'CorrelateMessage',
  subscription: Object.keys(state.subscriptions)[0]!,
  variables: {},
});
const complete =
  (id: string, variables = {}) =>
  (driver: InstanceDriver): Command => ({ type: 'CompleteUserTask', userTask: keyOf(driver, id), variables });

const seen = (entries: readonly HistoryEntry[]) => historyAsSeen(entries, { sight: villageSight, process });

describe('a journal as a reader may know it', () => {
  it('is whole where nothing is closed', () => {
    const entries = journalOf(['clerk', begin], ['clerk', complete('work')]);
    const whole = historyAsSeen(entries, { sight: openSight, process });
    expect(whole.map(({ actorId }) => actorId)).toEqual(['clerk', 'clerk']);
    expect(executedPathOf(whole.flatMap(({ events }) => events))).toEqual(
      executedPathOf(entries.flatMap(({ events }) => events)),
    );
  });

  it('tells nothing of a report and of who sent it', () => {
    const [, told] = seen(journalOf(['clerk', begin], ['reporter', report]));
    expect(told).toMatchObject({ actorId: WITHHELD, onBehalfOf: [], commandId: '' });
    expect(executedPathOf(told!.events)).toEqual({ taken: {}, active: [], completed: {} });
    expect(JSON.stringify(told)).not.toMatch(/report|look/);
  });

  it.each([
    ['that follows an upheld report, and not why', true, ['work', 'anew']],
    ['that ran before, and nothing of a report that was not upheld', false, ['work']],
  ])('shows the open step %s', (_what, upheld, active) => {
    const told = seen(
      journalOf(['clerk', begin], ['reporter', report], ['inspector', complete('look', { upheld })]),
    );
    const path = executedPathOf(told.flatMap(({ events }) => events));
    expect(path.active.filter((id) => id !== 'close')).toEqual(active);
    expect(path.taken).toEqual({ 's-work': 1 });
    expect(path.completed).toEqual({ s: 1 });
    expect(JSON.stringify(told)).not.toMatch(/inspector|reporter|look|upheld|found|heard/);
  });

  it('hides the gateway that led by itself to nothing but a closed step, and the message before it', () => {
    const forked = marked(
      processOf('p', [
        start('s'),
        userTask('work'),
        boundary('report', 'work', { message: 'report', correlationKey: '"k"' }, { interrupting: false }),
        exclusive('kind'),
        userTask('look'),
        userTask('answer'),
        ...path('s', 'work'),
        ...path('report', 'kind'),
        flow('kind', 'look', { when: 'grave = true' }),
        flow('kind', 'answer', { isDefault: true }),
      ]),
      { look: 'T' },
    );
    const sight = { ...openSight, knows: (id: string) => !wallsOf(forked).closed.has(id) };
    const told = (grave: boolean) => {
      const driver = new InstanceDriver(forked);
      const entryOf = (command: Command, position: number): HistoryEntry => {
        const answer = driver.send(command);
        if (!answer.ok) throw new Error(answer.error.message);
        const { events } = answer.value;
        const at = new Date(position);
        const rest = { commandKind: command.type, actorId: 'a', migratedFrom: null, onBehalfOf: [] };
        return { position, commandId: 'c', at, events, ...rest };
      };
      const entries = [
        entryOf(begin(), 0),
        entryOf({ ...report(driver), variables: { grave } } as Command, 1),
      ];
      return historyAsSeen(entries, { sight, process: forked })[1]!;
    };
    expect(told(true)).toMatchObject({ actorId: WITHHELD });
    expect(JSON.stringify(told(true).events)).not.toMatch(/kind|report|look/);
    expect(told(false)).toMatchObject({ actorId: 'a' });
    expect(executedPathOf(told(false).events).active).toEqual(['answer']);
  });

  it('names in an operator’s change only what may be known', () => {
    const modify = (driver: InstanceDriver): Command => ({
      type: 'ModifyProcessInstance',
      activate: [{ elementId: 'look' }, { elementId: 'close' }],
      terminate: [keyOf(driver, 'work')],
      reason: 'r',
    });
    const [, told] = seen(journalOf(['clerk', begin], ['head', modify]));
    expect(told).toMatchObject({ actorId: 'head' });
    expect(told!.events.find(({ type }) => type === 'ProcessInstanceModified')).toMatchObject({
      activated: ['close'],
    });
    expect(JSON.stringify(told)).not.toContain('look');
  });
});
