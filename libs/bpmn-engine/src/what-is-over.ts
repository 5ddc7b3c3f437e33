import type { ElementInstanceKey } from './command.js';
import { rootKeyOf } from './element-instance-key.js';
import type { AgendaItem, Step } from './step.js';
import { standing, type View } from './view.js';

/**
 * The steps of a turn that are still to come. What is over does not begin: an item is over where what it is about has ended, or
 * where the scope in which it would have something begin was emptied after the item was put here.
 */
export class StepsToCome {
  private readonly steps: Step[] = [];
  /** How many times a scope had been emptied when each of them was put here. */
  private readonly ages: number[] = [];
  private age = 0;
  private times = 0;
  private readonly emptied = new Map<ElementInstanceKey, number>();

  /** These go before all others, the first of them first. */
  prepend(steps: readonly Step[]): void {
    for (let index = steps.length - 1; index >= 0; index -= 1) {
      this.steps.push(steps[index]!);
      this.ages.push(this.times);
    }
  }

  /** The next step; `isEmptied` is about it until another is taken. */
  take(): Step | undefined {
    this.age = this.ages.pop() ?? 0;
    return this.steps.pop();
  }

  /** Whatever was to begin directly in this scope, which goes on with something else, is over. */
  empty(scope: ElementInstanceKey): void {
    this.times += 1;
    this.emptied.set(scope, this.times);
  }

  isEmptied(item: AgendaItem, view: View): boolean {
    if (this.times === 0) return false;
    const scope = beginningIn(item, view);
    return scope !== undefined && this.age < (this.emptied.get(scope) ?? 0);
  }
}

/** The scope in which an item would have something begin. */
function beginningIn(item: AgendaItem, { process }: View): ElementInstanceKey | undefined {
  switch (item.do) {
    case 'take':
    case 'activate':
      return item.scope;
    case 'reach':
      return item.scope ?? rootKeyOf(process);
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
