import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { declaring } from './declaring.js';
import type { DrawnProcess } from './drawn-process.js';
import { drawActivity } from './random-activities.js';
import { insideOf, single, type Block, type Draw, type Drawn, type ProcessDraw } from './random-block.js';
import { drawEvents } from './random-events.js';
import { drawLoops } from './random-loops.js';
import { drawScopes, drawnDecision, type DrawCalled } from './random-scopes.js';
import { triggerOf } from './random-catchers.js';
import { drawHandlers, drawStart } from './random-start.js';
import { processOf } from './process-of.js';
import { catchEvent, end } from './event-parts.js';
import {
  exclusive,
  flow,
  inclusive,
  parallel,
  path,
  scriptTask,
  serviceTask,
  subProcess,
  task,
  userTask,
} from './process-parts.js';

/** A process that begins with a none start event and has no event sub-processes of its own. */
export const plainly = (block: Block): ProcessDraw => ({ starts: 'none', handlers: [], block });

/** Variables that the drawn conditions read: `n` chooses branches, `again` keeps loops going. */
export function drawnProcess(key: string, whole: ProcessDraw): DrawnProcess {
  const calledProcesses: Record<string, ExecutableProcess> = {};
  let calls = 0;
  /** The same block gives the same names, wherever in a process it is drawn. */
  const call: DrawCalled = (inner, partsOf) => {
    const called = `${key}-called-${(calls += 1)}`;
    calledProcesses[called] = declaring(processOf(called, partsOf(draw(inner, 'c0'), 'c'), READS));
    return called;
  };
  const draw: Draw = (inner, id) => drawOne(inner, id, draw, call);
  const process = wholeOf(key, whole, draw(whole.block, 'b'));
  return { process, calledProcesses, decisions: { [drawnDecision.id]: drawnDecision } };
}

export const processFromBlock = (key: string, block: Block): ExecutableProcess =>
  drawnProcess(key, plainly(block)).process;

const READS = ['again', 'n'];

function wholeOf(key: string, whole: ProcessDraw, { parts, first, last }: Drawn): ExecutableProcess {
  const begins = drawStart(whole.starts);
  const flows = [...path(begins.last, first), ...path(last, 'end')];
  return declaring(
    processOf(key, [...begins.parts, ...parts, end('end'), ...flows, ...drawHandlers(whole)], READS),
  );
}

function drawOne(block: Block, id: string, draw: Draw, call: DrawCalled): Drawn {
  switch (block.kind) {
    case 'userTask':
      return single(userTask(id));
    case 'timer':
    case 'date':
    case 'condition':
      return single(catchEvent(id, triggerOf(block.kind, id)));
    case 'message':
      return single(catchEvent(id, { message: `m-${id}`, correlationKey: 'n' }));
    case 'service':
      return single(serviceTask(id, 'town.work', { inputs: { n: 'n + 1' }, outputs: { n: 'n' } }));
    case 'script':
      return single(scriptTask(id, 'n', 'n + 1'));
    case 'task':
      return single(task(id));
    case 'sequence':
      return drawSequence(block.blocks, id, draw);
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
      return drawBranches(block.kind, block.blocks, id, draw);
    case 'loop':
      return drawLoop(block.block, id, draw);
    case 'subProcess':
      return single(subProcess(id, insideOf(draw(block.block, `${id}0`), id)));
    case 'each':
    case 'again':
      return drawLoops(block, id, draw);
    case 'call':
    case 'callThrowing':
    case 'callEach':
    case 'decision':
    case 'adHoc':
      return drawScopes(block, id, draw, call);
    case 'activity':
      return drawActivity(block, id, draw, call);
    default:
      return drawEvents(block, id, draw);
  }
}

function drawSequence(blocks: readonly Block[], id: string, draw: Draw): Drawn {
  const drawn = blocks.map((block, index) => draw(block, `${id}${index}`));
  const joints = drawn.slice(1).flatMap(({ first }, index) => path(drawn[index]!.last, first));
  return {
    parts: [...drawn.flatMap(({ parts }) => parts), ...joints],
    first: drawn[0]!.first,
    last: drawn.at(-1)!.last,
  };
}

function drawBranches(
  kind: 'exclusive' | 'parallel' | 'inclusive',
  blocks: readonly Block[],
  id: string,
  draw: Draw,
): Drawn {
  const gateway = { exclusive, parallel, inclusive }[kind];
  const [split, join] = [`${id}-split`, `${id}-join`];
  const branches = blocks.map((block, index) => {
    const { parts, first, last } = draw(block, `${id}${index}`);
    const condition = index === 0 ? { isDefault: true } : { when: `n < ${index * 3}` };
    return [...parts, flow(split, first, kind === 'parallel' ? {} : condition), ...path(last, join)];
  });
  return { parts: [gateway(split), gateway(join), ...branches.flat()], first: split, last: join };
}

/** The body begins with a user task, so that no loop goes round without waiting. */
function drawLoop(block: Block, id: string, draw: Draw): Drawn {
  const [meet, ask, part] = [`${id}-meet`, `${id}-ask`, `${id}-part`];
  const { parts, first, last } = draw(block, `${id}0`);
  return {
    parts: [
      exclusive(meet),
      userTask(ask),
      ...parts,
      exclusive(part),
      ...path(meet, ask, first),
      ...path(last, part),
      flow(part, meet, { when: 'again' }),
      exclusive(`${id}-out`),
      flow(part, `${id}-out`, { isDefault: true }),
    ],
    first: meet,
    last: `${id}-out`,
  };
}
