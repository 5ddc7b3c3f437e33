import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { View } from './view.js';

/** Items of the agenda that every turn may lead to. */
const ITEMS_MIN = 1_000;

/** Items that a node or a flow leads to when a token passes it once: the token enters, works and leaves. */
const ITEMS_AN_ELEMENT = 5;

/** What a turn may lead to beside `ITEMS_MIN`, however large its definitions and however many its members. */
const ITEMS_MORE_MAX = 30_000;

/**
 * Counts the items of one turn. Beyond its bound the process goes round in a circle without waiting anywhere: beyond a
 * thousand, and as many as pass every element of the definitions at hand once, and once more for each member of a
 * multi-instance that was counted in this turn.
 */
export class AgendaBound {
  private items = 0;
  private members = 0;
  private once: number | undefined;

  constructor(private readonly view: View) {}

  /** The members of a multi-instance are counted. */
  opened(members: number): void {
    this.members += members;
  }

  /** One item more: whether it is too many. Hardly any turn is so long that its definitions must be looked at. */
  isOverrun(): boolean {
    this.items += 1;
    return this.items > ITEMS_MIN && this.items > ITEMS_MIN + this.more();
  }

  private more(): number {
    this.once ??= itemsOfAll(this.view);
    return Math.min(ITEMS_MORE_MAX, this.once * (1 + this.members));
  }
}

const itemsOfAll = ({ process, context }: View): number =>
  [process, ...Object.values(context.calledProcesses ?? {})].reduce((sum, each) => sum + itemsOf(each), 0);

const itemsOf = ({ nodes, flows }: ExecutableProcess): number =>
  ITEMS_AN_ELEMENT * (Object.keys(nodes).length + Object.keys(flows).length);
