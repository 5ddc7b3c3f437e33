import type { CompiledDecision } from '@wuqing/decision';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { feelCell } from './feel.js';
import type { ProcessPart } from './part.js';
import { endThrowing } from './event-parts.js';
import { adHoc, businessRuleTask, callActivity, each, path, userTask } from './process-parts.js';
import { choosing, drawGuarded } from './random-events.js';
import { insideOf, single, type Block, type Draw, type Drawn, type ScopeBlock } from './random-block.js';

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
      logic: { type: 'literalExpression', expression: feelCell('if n > 3 then n - 2 else n + 1') },
    },
  ],
};

/** Draws a process of its own from a block, its parts made of what is drawn inside, and answers with its key. */
export type DrawCalled = (
  called: Block,
  partsOf: (body: Drawn, id: string) => readonly ProcessPart[],
) => ExecutableProcess['key'];

export function drawScopes(block: ScopeBlock, id: string, draw: Draw, call: DrawCalled): Drawn {
  switch (block.kind) {
    case 'call':
      return single(callActivity(id, call(block.block, insideOf)));
    case 'callThrowing':
      return drawGuarded(callActivity(id, call(block.block, throwing)), { error: 'E' }, true);
    case 'callEach':
      return single(
        each(callActivity(id, call(block.block, insideOf)), {
          sequential: block.sequential,
          collection: '[1, 2]',
          item: 'item',
          outputs: 'results',
          output: 'n',
        }),
      );
    case 'decision':
      return single(businessRuleTask(id, 'weigh', 'n'));
    case 'adHoc': {
      const inside = block.blocks.flatMap((inner, index) => beginning(draw(inner, `${id}${index}`)));
      const until = block.ends === 'told' ? { until: 'again = false' } : {};
      return single(adHoc(id, inside, { sequential: block.sequential, ...until }));
    }
  }
}

const throwing = (body: Drawn, id: string): readonly ProcessPart[] =>
  choosing(body, id, endThrowing(`${id}-throw`, { error: 'E' }));

/** An ad-hoc sub-process begins what no flow leads to, so a loop gets a step before it. */
function beginning({ parts, first }: Drawn): readonly ProcessPart[] {
  const isLedTo = parts.some((part) => part.part === 'flow' && part.target === first);
  const begin = `${first}-begin`;
  return isLedTo ? [userTask(begin), ...parts, ...path(begin, first)] : parts;
}
