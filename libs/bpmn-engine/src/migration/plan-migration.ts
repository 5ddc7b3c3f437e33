import { nodeOf, type ExecutableProcess, type FlowNode } from '@wuqing/bpmn-model';
import { err, ok, type Result } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { keyOf, rootKeyOf } from '../element-instance-key.js';
import { joinKey } from '../evolve/evolve.js';
import { runningIn, type View } from '../view.js';
import type { Immovable } from './immovable.js';
import { mappedFlows } from './mapped-flows.js';
import { merged } from './merged.js';
import { ownVisits } from './own-visits.js';
import { whyNotAlike } from './why-not-alike.js';

/** Where a running instance is to go on: the new definition, and the new ids of elements that bear another one there. */
export interface MigrationTarget {
  readonly process: ExecutableProcess;
  /** Old id → new id; an element that is not named keeps its id. */
  readonly mapping: Readonly<Record<string, string>>;
}

export interface MigrationPlan {
  /** Full id of what stands in the state → its new id, where that is another one. */
  readonly elements: Readonly<Record<string, string>>;
  readonly flows: Readonly<Record<string, string>>;
  /** Sub-processes that are new around what runs, outer ones first. */
  readonly created: readonly {
    readonly key: ElementInstanceKey;
    readonly elementId: string;
    readonly scope: ElementInstanceKey;
  }[];
  readonly moved: readonly { readonly key: ElementInstanceKey; readonly scope: ElementInstanceKey }[];
  /** Running sub-processes that the new version no longer has around what runs, inner ones first. */
  readonly dissolved: readonly ElementInstanceKey[];
}

/** Id in the new version: within a called process only the call activity's own part is mapped. */
export function newIdOf(mapping: Readonly<Record<string, string>>, elementId: string): string {
  const end = elementId.indexOf('/');
  const head = end < 0 ? elementId : elementId.slice(0, end);
  const mapped = Object.hasOwn(mapping, head) ? mapping[head]! : head;
  return end < 0 ? mapped : mapped + elementId.slice(end);
}

/**
 * How this instance moves to another version of its process, or everything that keeps it from moving. Pure: a dry run
 * asks the same question as the command. What runs keeps its keys, variables, open tasks and, unless they are planned
 * anew, its timers; sub-processes that were drawn around a step are entered, those that are gone are left.
 */
export function planMigration(
  view: View,
  { process, mapping }: MigrationTarget,
): Result<MigrationPlan, Immovable[]> {
  if (process.key !== view.process.key)
    return err([
      { elementId: view.process.key, reason: `只能迁移到同一流程的版本，不能迁移到“${process.key}”。` },
    ]);
  if (view.state.compensations)
    return err([{ elementId: view.process.key, reason: '正在补偿，补偿完成后才能迁移。' }]);
  const planner = new Planner(view, process, mapping);
  planner.placeAll();
  return planner.result();
}

/** Collects the moves of one instance; what is in a called process moves with its call activity. */
class Planner {
  private readonly immovable: Immovable[] = [];
  private readonly created: { key: ElementInstanceKey; elementId: string; scope: ElementInstanceKey }[] = [];
  private readonly moved: { key: ElementInstanceKey; scope: ElementInstanceKey }[] = [];
  private readonly dissolved: ElementInstanceKey[] = [];
  private readonly root: ElementInstanceKey;

  constructor(
    private readonly view: View,
    private readonly target: ExecutableProcess,
    private readonly mapping: Readonly<Record<string, string>>,
  ) {
    this.root = rootKeyOf(view.process);
  }

  placeAll(): void {
    const own = ownVisits(this.view);
    for (const key of own) if (this.mayDissolve(key)) this.dissolved.unshift(key);
    for (const key of own) if (!this.dissolved.includes(key)) this.place(key);
    for (const key of this.dissolved) this.checkEmpty(key);
  }

  result(): Result<MigrationPlan, Immovable[]> {
    const { executed, completed = [], joins, instances } = this.view.state;
    const flows = mappedFlows(this.view, this.target, (id) => this.newId(id));
    this.immovable.push(...flows.immovable);
    const pending = Object.values(instances).flatMap((instance) => instance.pending ?? []);
    for (const { elementId } of completed) this.alike(elementId);
    for (const elementId of pending) this.alike(elementId);
    for (const wait of waitsOf(this.view)) this.checkBehindGateway(wait);
    for (const each of merged(this.view, this.newId)) this.refuse(each.elementId, each.reason);
    if (this.immovable.length > 0) return err(this.immovable);
    const standing = [
      ...Object.values(instances).map(({ elementId }) => elementId),
      ...executed,
      ...pending,
      ...completed.map(({ elementId }) => elementId),
      ...Object.keys(joins).map((join) => join.slice(join.indexOf('/', join.indexOf('#')) + 1)),
      ...waitingIds(this.view),
    ];
    const elements = Object.fromEntries(
      [...new Set(standing)].map((id) => [id, this.newId(id)] as const).filter(([from, to]) => from !== to),
    );
    const { created, moved, dissolved } = this;
    return ok({ elements, flows: flows.flows, created, moved, dissolved });
  }

  private newId = (elementId: string): string => newIdOf(this.mapping, elementId);
  private oldNode = (elementId: string): FlowNode => nodeOf(this.view.process, elementId);
  private newNode = (id: string): FlowNode | undefined =>
    Object.hasOwn(this.target.nodes, id) ? this.target.nodes[id] : undefined;

  /** As people call it. */
  private said = (elementId: string): string => this.oldNode(elementId).name || elementId;

  /** A loop and its members would each say the same. */
  private refuse(elementId: string, reason: string): void {
    const isSaid = this.immovable.some((said) => said.elementId === elementId && said.reason === reason);
    if (!isSaid) this.immovable.push({ elementId, reason });
  }

  private alike(elementId: string): FlowNode | undefined {
    if (elementId.includes('/')) return undefined;
    const found = this.newNode(this.newId(elementId));
    if (!found) {
      this.refuse(elementId, `步骤“${this.said(elementId)}”在新版本中没有，请指定对应的步骤。`);
      return undefined;
    }
    const why = whyNotAlike(this.oldNode(elementId), found);
    if (why) this.refuse(elementId, `步骤“${this.said(elementId)}”对应“${found.name || found.id}”：${why}`);
    return why ? undefined : found;
  }

  /** A plain sub-process that the new version does not have is left; what runs in it moves outwards. */
  private mayDissolve(key: ElementInstanceKey): boolean {
    const { elementId, loop, member } = this.view.state.instances[key]!;
    const node = this.oldNode(elementId);
    return (
      node.type === 'subProcess' &&
      !node.triggeredByEvent &&
      !node.adHoc &&
      !loop &&
      member === undefined &&
      !Object.hasOwn(this.mapping, elementId) &&
      this.newNode(elementId) === undefined
    );
  }

  private place(key: ElementInstanceKey): void {
    const { elementId, scope, member } = this.view.state.instances[key]!;
    const node = this.alike(elementId);
    if (!node || member !== undefined) return;
    const parent = this.scopeFor(key, node.scope);
    if (parent === undefined || parent === scope) return;
    if (node.type === 'subProcess' && node.triggeredByEvent)
      this.refuse(elementId, `事件子流程“${this.said(elementId)}”换了范围，不能迁移。`);
    else this.moved.push({ key, scope: parent });
  }

  /** The running scope of the new element `enclosing` around `key`: one that encloses it already, runs, or is created. */
  private scopeFor(key: ElementInstanceKey, enclosing: string): ElementInstanceKey | undefined {
    if (enclosing === this.target.key) return this.root;
    const { instances } = this.view.state;
    for (let at = instances[key]?.scope; at !== undefined && at !== this.root; at = instances[at]!.scope) {
      const instance = instances[at]!;
      if (!this.dissolved.includes(at) && !instance.loop && this.newId(instance.elementId) === enclosing)
        return at;
    }
    return this.enter(key, enclosing);
  }

  private enter(key: ElementInstanceKey, enclosing: string): ElementInstanceKey | undefined {
    const { elementId } = this.view.state.instances[key]!;
    const node = this.newNode(enclosing);
    if (node?.type !== 'subProcess' || node.triggeredByEvent || node.adHoc || node.loop) {
      this.refuse(
        elementId,
        `步骤“${this.said(elementId)}”在新版本中位于“${node?.name || enclosing}”内，不能带入（事件、临时或多实例子流程）。`,
      );
      return undefined;
    }
    const scope = this.scopeFor(key, node.scope);
    if (scope === undefined) return undefined;
    const running = runningIn(this.view, scope).find(
      (each) => this.newId(this.view.state.instances[each]!.elementId) === enclosing,
    );
    const known =
      running ?? this.created.find((each) => each.elementId === enclosing && each.scope === scope)?.key;
    if (known) return known;
    const created = {
      key: keyOf(enclosing, this.view.state.counter + this.created.length + 1),
      elementId: enclosing,
      scope,
    };
    this.created.push(created);
    return created.key;
  }

  /** An event that waits behind an event-based gateway must still stand behind it. */
  private checkBehindGateway({ elementId, attachedTo }: Wait): void {
    const gateway = attachedTo === undefined ? undefined : this.view.state.instances[attachedTo]?.elementId;
    if (gateway === undefined || gateway.includes('/') || this.oldNode(gateway).type !== 'eventBasedGateway')
      return;
    const outgoing = this.newNode(this.newId(gateway))?.outgoing ?? [];
    const targets = outgoing.map((flowId) => this.target.flows[flowId]?.target);
    if (this.alike(elementId) && !targets.includes(this.newId(elementId)))
      this.refuse(
        elementId,
        `事件“${this.said(elementId)}”在新版本中不在网关“${this.said(gateway)}”之后，不能迁移。`,
      );
  }

  /** All that runs in a sub-process that is left must have moved out of it. */
  private checkEmpty(key: ElementInstanceKey): void {
    const { elementId } = this.view.state.instances[key]!;
    const left = runningIn(this.view, key).some(
      (each) => !this.dissolved.includes(each) && !this.moved.some((move) => move.key === each),
    );
    const waits = Object.keys(this.view.state.joins).some((join) => join.startsWith(joinKey(key, '')));
    if (left || waits || this.view.state.incidents[key])
      this.refuse(
        elementId,
        `子流程“${this.said(elementId)}”在新版本中没有，其中还有不能移出的步骤、等待汇合的分支或异常。`,
      );
  }
}

interface Wait {
  readonly elementId: string;
  readonly attachedTo?: ElementInstanceKey;
}

const waitsOf = ({ state: { timers, subscriptions, signals = {}, conditions = {} } }: View): Wait[] =>
  [timers, subscriptions, signals, conditions].flatMap((record: Readonly<Record<string, Wait>>) =>
    Object.values(record),
  );

function waitingIds(view: View): string[] {
  return [
    ...waitsOf(view).map(({ elementId }) => elementId),
    ...Object.values(view.state.incidents).flatMap(({ elementId, goal }) => [
      elementId,
      ...(goal ? [goal] : []),
    ]),
  ];
}
