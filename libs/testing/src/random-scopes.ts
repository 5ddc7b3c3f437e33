import type { CompiledDecision } from '@wuqing/decision';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { feel } from './feel.js';
import type { ProcessPart } from './part.js';
import { adHoc, businessRuleTask, callActivity, path, userTask } from './process-parts.js';
import { single, type Block, type Draw, type Drawn, type ScopeBlock } from './random-block.js';

/** The one decision that drawn processes ask: another `n`. */
export const drawnDecision: CompiledDecision = {
  id: 'weigh',
  name: 'weigh',
  reads: ['n'],
  nodes: [
    {
      id: 'weigh',
      name: 'weigh',
      resultName: 'weigh',
      requires: [],
      logic: { type: 'literalExpression', expression: feel('if n > 3 then n - 2 else n + 1') },
    },
  ],
};

/** `call` draws a process of its own from a block and answers with its key. */
export function drawScopes(
  block: ScopeBlock,
  id: string,
  draw: Draw,
  call: (called: Block) => ExecutableProcess['key'],
): Drawn {
  switch (block.kind) {
    case 'call':
      return single(callActivity(id, call(block.block)));
    case 'decision':
      return single(businessRuleTask(id, 'weigh', 'n'));
    case 'adHoc': {
      const inside = block.blocks.flatMap((each, index) => beginning(draw(each, `${id}${index}`)));
      const until = block.ends === 'told' ? { until: 'again = false' } : {};
      return single(adHoc(id, inside, { sequential: block.sequential, ...until }));
    }
  }
}

/** An ad-hoc sub-process begins what no flow leads to, so a loop gets a step before it. */
function beginning({ parts, first }: Drawn): readonly ProcessPart[] {
  const isLedTo = parts.some((part) => part.part === 'flow' && part.target === first);
  const begin = `${first}-begin`;
  return isLedTo ? [userTask(begin), ...parts, ...path(begin, first)] : parts;
}
