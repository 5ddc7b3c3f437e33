import type { ElementInstanceKey } from './command.js';
import { rootKeyOf } from './element-instance-key.js';
import type { AgendaItem, Step } from './step.js';
import { standing, type View } from './view.js';

/**
 * The steps of a turn that are still to come. What is over does not begin: an item is over where what it is about has ended, or
 * where the scope in which it would have something begin was emptied after the item was put here.
 */
export class StepsToCome {
  /** The next one last. */
  private readonly steps: Step[] = [];
  /** A scope that was emptied → how many of the steps, from the first, were here then. */
  private readonly emptied = new Map<ElementInstanceKey, number>();

  constructor(private readonly root: ElementInstanceKey) {}

  /** These go before all others, the first of them first. */
  prepend(steps: readonly Step[]): void {
    for (let index = steps.length - 1; index >= 0; index -= 1) this.steps.push(steps[index]!);
  }

  /** The next step that is not over by an emptied scope; undefined where none is left. */
  take(): Step | undefined {
    for (;;) {
      const step = this.steps.pop();
      if (!step || this.emptied.size === 0 || !this.isEmptied(step)) return step;
    }
  }

  /** Whatever was to begin directly in this scope, which goes on with something else, is over. */
  empty(scope: ElementInstanceKey): void {
    this.emptied.set(scope, this.steps.length);
  }

  /** Asked of each step that is taken: what comes to stand in its place is put here later. */
  private isEmptied(step: Step): boolean {
    const scope = 'next' in step ? beginningIn(step.next, this.root) : undefined;
    const at = this.steps.length;
    const isOver = scope !== undefined && at < (this.emptied.get(scope) ?? 0);
    for (const [each, before] of this.emptied) if (at < before) this.emptied.set(each, at);
    return isOver;
  }
}

/** The scope in which an item would have something begin. */
function beginningIn(item: AgendaItem, root: ElementInstanceKey): ElementInstanceKey | undefined {
  switch (item.do) {
    case 'take':
    case 'activate':
      return item.scope;
    case 'reach':
      return item.scope ?? root;
    default:
      return undefined;
  }
}

/** Whether it was about to go on where an interruption has ended all meanwhile. */
export function hasEnded(view: View, item: AgendaItem): boolean {
  if ('key' in item) return isGone(view, item.key);
  return 'scope' in item && item.scope !== undefined && isGone(view, item.scope);
}

const isGone = ({ process, state }: View, key: ElementInstanceKey): boolean =>
  !standing(state.instances, key) && (key !== rootKeyOf(process) || state.status !== 'running');
