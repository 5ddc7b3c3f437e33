import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { processOf } from './process-of.js';
import { boundary, catchEvent, end, start } from './event-parts.js';
import type { ProcessPart } from './part.js';
import {
  exclusive,
  flow,
  inclusive,
  parallel,
  path,
  scriptTask,
  serviceTask,
  subProcess,
  userTask,
} from './process-parts.js';

/** A block has one way in and one way out; blocks nest, so that every process made of them is sound. */
export type Block =
  | { readonly kind: 'userTask' | 'timer' | 'message' | 'service' | 'script' }
  | { readonly kind: 'guarded'; readonly by: 'timer' | 'message'; readonly interrupting: boolean }
  | { readonly kind: 'sequence' | 'exclusive' | 'parallel' | 'inclusive'; readonly blocks: readonly Block[] }
  | { readonly kind: 'loop' | 'subProcess'; readonly block: Block };

interface Drawn {
  readonly parts: readonly ProcessPart[];
  readonly first: string;
  readonly last: string;
}

/** Variables that the drawn conditions read: `n` chooses branches, `again` keeps loops going. */
export const processFromBlock = (key: string, block: Block): ExecutableProcess => {
  const { parts, first, last } = draw(block, 'b');
  return processOf(
    key,
    [start('start'), ...parts, end('end'), ...path('start', first), ...path(last, 'end')],
    ['again', 'n'],
  );
};

const single = (part: ProcessPart): Drawn => ({ parts: [part], first: part.id, last: part.id });

function draw(block: Block, id: string): Drawn {
  switch (block.kind) {
    case 'userTask':
      return single(userTask(id));
    case 'timer':
      return single(catchEvent(id, { duration: '"PT1H"' }));
    case 'message':
      return single(catchEvent(id, { message: `m-${id}`, correlationKey: 'n' }));
    case 'service':
      return single(serviceTask(id, 'town.work', { inputs: { n: 'n + 1' }, outputs: { n: 'n' } }));
    case 'script':
      return single(scriptTask(id, 'n', 'n + 1'));
    case 'guarded':
      return drawGuarded(block.by, block.interrupting, id);
    case 'sequence':
      return drawSequence(block.blocks, id);
    case 'loop':
      return drawLoop(block.block, id);
    case 'subProcess':
      return drawSubProcess(block.block, id);
    default:
      return drawBranches(block.kind, block.blocks, id);
  }
}

function drawGuarded(by: 'timer' | 'message', interrupting: boolean, id: string): Drawn {
  const trigger = by === 'timer' ? { duration: '"P1D"' } : { message: `m-${id}` };
  const parts = [
    userTask(id),
    boundary(`${id}-event`, id, trigger, { interrupting }),
    exclusive(`${id}-meet`),
    ...path(id, `${id}-meet`),
  ];
  const aside = interrupting
    ? path(`${id}-event`, `${id}-meet`)
    : [userTask(`${id}-aside`), end(`${id}-end`), ...path(`${id}-event`, `${id}-aside`, `${id}-end`)];
  return { parts: [...parts, ...aside], first: id, last: `${id}-meet` };
}

function drawSequence(blocks: readonly Block[], id: string): Drawn {
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
function drawLoop(block: Block, id: string): Drawn {
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

function drawSubProcess(block: Block, id: string): Drawn {
  const { parts, first, last } = draw(block, `${id}0`);
  const [begins, ends] = [`${id}-start`, `${id}-end`];
  return single(
    subProcess(id, [start(begins), ...parts, end(ends), ...path(begins, first), ...path(last, ends)]),
  );
}
