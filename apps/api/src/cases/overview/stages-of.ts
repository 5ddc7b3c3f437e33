import type { ExecutableProcess, FlowNode } from '@wuqing/bpmn-model';
import { isObserver } from '../../platform/process-facts.js';

/** A step of the rules as people count them, with the user tasks that belong to it. */
export interface Stage {
  /** 「五」, or the id of a task that stands by itself. */
  readonly key: string;
  readonly name: string;
  readonly isNumbered: boolean;
  readonly elements: readonly string[];
}

type DrawnNode = Pick<FlowNode, 'id' | 'name' | 'scope' | 'type' | 'extensions'>;

/** What of a process says how people count its steps. */
export type DrawnProcess = Pick<ExecutableProcess, 'key' | 'children'> & {
  readonly nodes: Readonly<Record<string, DrawnNode>>;
};

const DIGITS = '一二三四五六七八九十';
/** 「二 两委商议」, 「五（1）会议通知与张榜」. */
const NUMBERED = new RegExp(`^([${DIGITS}]{1,3})(?: |[（(]\\d+[）)] ?)(.+)$`);
/** 「监督意见（六）」. */
const ABOUT = new RegExp(`[（(]([${DIGITS}]{1,3})[）)]$`);

/**
 * The stages of a process in the order of its drawing. Where tasks or sub-processes are numbered in Chinese, all with one
 * number are a stage, and what has none belongs to the sub-process around it, else to the number before it. Where nothing is
 * numbered every task is a stage, and supervision belongs to the one before.
 */
export function stagesOf(process: DrawnProcess): Stage[] {
  const tasks = userTasksIn(process, process.key);
  const isCounted = tasks.some(({ name }) => NUMBERED.test(name));
  const found = new Map<string, DrawnNode[]>();
  let before: string | undefined;
  for (const task of tasks) {
    const own = isCounted ? numberOf(process, task) : isObserver(task) ? undefined : task.id;
    const key = own ?? before ?? task.id;
    // What is about a step (「监督意见（五）」) may be drawn before it, and says nothing of where the drawing is.
    if (!isObserver(task)) before = isCounted ? (own ?? before) : key;
    found.set(key, [...(found.get(key) ?? []), task]);
  }
  const stages = [...found].map(([key, members]) => stageOf(process, key, members, isCounted));
  return isCounted ? stages.sort((a, b) => rankOf(a) - rankOf(b)) : stages;
}

/** Tasks without a number come before the first one, in the order of the drawing. */
const rankOf = ({ key, isNumbered }: Stage): number => (isNumbered ? valueOf(key) : 0);

/** 「十二」 is 12. */
function valueOf(numeral: string): number {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const digit = (text: string | undefined): number => (text ? DIGITS.indexOf(text) + 1 : 0);
  return (numeral.includes('十') ? (digit(tens) || 1) * 10 : 0) + digit(ones);
}

function userTasksIn(process: DrawnProcess, scope: string): DrawnNode[] {
  return (process.children[scope] ?? []).flatMap((id) => {
    const node = process.nodes[id]!;
    return node.type === 'userTask' ? [node] : userTasksIn(process, id);
  });
}

function numberOf(process: DrawnProcess, task: DrawnNode): string | undefined {
  return (
    NUMBERED.exec(task.name)?.[1] ??
    ABOUT.exec(task.name)?.[1] ??
    NUMBERED.exec(numberedAround(process, task)?.name ?? '')?.[1]
  );
}

function numberedAround({ nodes }: DrawnProcess, { scope }: DrawnNode): DrawnNode | undefined {
  let around = nodes[scope];
  while (around && !NUMBERED.test(around.name)) around = nodes[around.scope];
  return around;
}

/** Named as the sub-process that holds it, else as the last of its numbered tasks. */
function stageOf(
  process: DrawnProcess,
  key: string,
  members: readonly DrawnNode[],
  isCounted: boolean,
): Stage {
  const around = members.map((task) => numberedAround(process, task)).find((node) => node);
  const last = members.filter(({ name }) => NUMBERED.test(name)).at(-1);
  const named = around && NUMBERED.exec(around.name)?.[1] === key ? around : (last ?? members[0]!);
  const parts = NUMBERED.exec(named.name);
  return {
    key,
    name: parts ? `${parts[1]} ${parts[2]}` : named.name,
    isNumbered: !isCounted || parts !== null,
    elements: members.map(({ id }) => id),
  };
}
