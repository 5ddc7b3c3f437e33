import { again, each, subProcess, userTask } from './process-parts.js';
import { insideOf, single, type Draw, type Drawn, type LoopBlock } from './random-block.js';

/** A user task, or a sub-process with a body of its own, in a loop. */
export function drawLoops(block: LoopBlock, id: string, draw: Draw): Drawn {
  const body = block.block ? subProcess(id, insideOf(draw(block.block, `${id}0`), id)) : userTask(id);
  return single(
    block.kind === 'again'
      ? again(body, { while: 'again', maximum: 3 })
      : each(body, {
          sequential: block.sequential,
          collection: '[1, 2, 3]',
          item: 'item',
          until: 'numberOfCompletedInstances > n',
        }),
  );
}
