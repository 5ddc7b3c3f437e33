import { isReachable, isStartable, type ProcessInstanceState } from '@wuqing/bpmn-engine';
import { nodesIn, type ExecutableProcess, type FlowNode } from '@wuqing/bpmn-model';
import type { UserTaskRow } from '@wuqing/persistence';
import type { AdHocChoiceView, LoopChoiceView, StepChoiceView } from '../dto/operation-choices.view.js';

/** Steps that an operator may put a token on, in the file's order, those of a sub-process behind it. */
export const stepChoices = (process: ExecutableProcess): StepChoiceView[] =>
  nodesFrom(process, process.key)
    .filter((node) => isReachable(node) && !isGatewayOrLink(node))
    .map((node) => stepChoice(process, node));

const nodesFrom = (process: ExecutableProcess, scope: string): FlowNode[] =>
  nodesIn(process, scope).flatMap((node) => [node, ...nodesFrom(process, node.id)]);

/** Every step of a version, for running ones to be given. */
export const allSteps = (process: ExecutableProcess): StepChoiceView[] =>
  nodesFrom(process, process.key).map((node) => stepChoice(process, node));

/** Nobody begins a case at a gateway by hand: the step behind it is meant. */
const isGatewayOrLink = (node: FlowNode): boolean =>
  node.type.endsWith('Gateway') || ('definition' in node && node.definition.kind === 'link');

const stepChoice = ({ nodes }: ExecutableProcess, { id, name, type, scope }: FlowNode): StepChoiceView => ({
  elementId: id,
  name,
  type,
  within: Object.hasOwn(nodes, scope) ? nodes[scope]!.name : '',
});

interface Running {
  readonly process: ExecutableProcess;
  readonly state: ProcessInstanceState;
}

/** Ad-hoc sub-processes that run, with the steps that can be begun in each. */
export const adHocChoices = ({ process, state }: Running): AdHocChoiceView[] =>
  Object.entries(state.instances).flatMap(([key, { elementId, loop }]) => {
    const node = own(process, elementId);
    if (node?.type !== 'subProcess' || !node.adHoc || loop) return [];
    const steps = nodesIn(process, elementId).filter(isStartable);
    return [{ key, elementId, name: node.name, steps: steps.map((step) => stepChoice(process, step)) }];
  });

/** Multi-instances that run, with the members that may be taken out: those at work and those still to come. */
export const loopChoices = ({ process, state }: Running, tasks: readonly UserTaskRow[]): LoopChoiceView[] =>
  Object.entries(state.instances).flatMap(([key, { elementId, loop }]) => {
    const node = own(process, elementId);
    if (!node || loop?.size === undefined || node.loop?.kind !== 'multiInstance') return [];
    const needsItem = node.loop.inputCollection !== undefined;
    return [{ key, elementId, name: node.name, needsItem, members: membersOf(state, key, tasks) }];
  });

function membersOf(
  { instances }: ProcessInstanceState,
  loopKey: string,
  tasks: readonly UserTaskRow[],
): LoopChoiceView['members'] {
  const { size = 0, started = 0, removed = [] } = instances[loopKey]!.loop!;
  const running = Object.entries(instances).flatMap(([key, { scope, member }]) =>
    scope === loopKey && member !== undefined
      ? [{ number: member, state: 'running' as const, assignee: assigneeOf(tasks, key) }]
      : [],
  );
  const numbers = Array.from({ length: Math.max(size - started, 0) }, (_, index) => started + 1 + index);
  const toCome = numbers
    .filter((number) => !removed.includes(number))
    .map((number) => ({ number, state: 'to-come' as const, assignee: null }));
  return [...running, ...toCome];
}

const assigneeOf = (tasks: readonly UserTaskRow[], key: string): string | null =>
  tasks.find(({ elementKey }) => elementKey === key)?.assigneeName ?? null;

const own = ({ nodes }: ExecutableProcess, elementId: string): FlowNode | undefined =>
  Object.hasOwn(nodes, elementId) ? nodes[elementId] : undefined;
