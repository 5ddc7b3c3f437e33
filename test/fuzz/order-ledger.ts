import type { FlowNode } from '@wuqing/bpmn-model';
import { placeAt, type DrawnProcess } from '@wuqing/testing';
import type { EngineEvent } from '@wuqing/bpmn-engine';

interface Visit {
  readonly elementId: string;
  readonly scope: string;
  readonly member?: number;
}

/** What each member brings under a name of its own: the drawn loops collect a plain name, and nobody writes their list. */
const keptBy = ({ loop }: FlowNode): (string | undefined)[] =>
  loop?.kind === 'multiInstance' ? [loop.outputElement?.source, loop.outputCollection] : [];

/**
 * The order of facts: what was completed last is undone first, one after the other; a condition happens at its edge; who
 * completes has read its inputs and written its outputs.
 */
export class OrderLedger {
  readonly faults: string[] = [];
  private readonly registered: string[] = [];
  private readonly held = new Set<string>();
  private readonly conditions = new Map<string, string>();
  private readonly met = new Set<string>();
  private readonly running = new Map<string, Visit>();
  private readonly loops = new Set<string>();
  private readonly written = new Map<string, Set<string>>();
  private readonly exempt = new Set<string>();
  private undoing: { readonly by: string; readonly activities: readonly string[] }[] = [];

  constructor(private drawn: DrawnProcess) {}

  /** Ids are those of another version from now on; who has begun by the old one may lack what the new one maps. */
  migrated(drawn: DrawnProcess): void {
    this.drawn = drawn;
    for (const key of this.running.keys()) this.exempt.add(key);
  }

  turn(events: readonly EngineEvent[]): void {
    this.met.clear();
    for (const event of events) this.follow(event);
  }

  private follow(event: EngineEvent): void {
    switch (event.type) {
      case 'ElementActivated':
        this.running.set(event.key, event);
        if (event.loop) this.loops.add(event.key);
        return;
      case 'VariablesSet':
        return this.write(event.scope, Object.keys(event.values));
      case 'ElementSkipped':
      case 'CompensationScopeReopened':
        this.exempt.add(event.key);
        return;
      case 'ElementTerminated':
        this.forget(event.key);
        return;
      case 'ElementCompleted':
        this.mapped(event.key);
        this.forget(event.key);
        return;
      case 'ConditionAwaited':
        return this.await(event);
      case 'ConditionLapsed':
        this.held.delete(event.key);
        return;
      case 'ConditionMet':
        if (this.held.has(event.key))
          this.faults.push(`${event.key} happens again, but was not false in between`);
        this.met.add(this.conditions.get(event.key) ?? event.key);
        return;
      case 'CompensationRegistered':
        this.registered.push(event.key);
        return;
      case 'CompensationTriggered':
        return this.undo(event.key, event.activities);
      case 'CompensationStarted':
        return this.undone(event.activity);
      default:
        return;
    }
  }

  /** What may happen again waits for its condition to become false first. */
  private await({
    key,
    elementId,
    attachedTo,
    holds,
  }: Extract<EngineEvent, { type: 'ConditionAwaited' }>): void {
    const who = `${attachedTo}>${elementId}`;
    if (attachedTo !== undefined && this.met.has(who) && !holds)
      this.faults.push(`${key} waits as if it had not just happened`);
    this.conditions.set(key, who);
    if (holds) this.held.add(key);
  }

  private undo(by: string, activities: readonly string[]): void {
    const order = activities.map((key) => this.registered.lastIndexOf(key));
    if (order.some((at, index) => index > 0 && at >= order[index - 1]!))
      this.faults.push(`${by} undoes ${activities.join()}, but not the last first`);
    this.undoing = [...this.undoing.filter((each) => each.by !== by), { by, activities }];
  }

  /** Of what one event undoes, nothing else runs, and nothing that was completed later is still to be undone. */
  private undone(activity: string): void {
    const busy = new Set([...this.running.values()].map(({ scope }) => scope));
    const by = this.undoing.filter(({ activities }) => activities.includes(activity));
    if (by.length > 0 && by.every((each) => busy.has(each.by)))
      this.faults.push(`${activity} is undone beside another`);
  }

  private write(scope: string, names: readonly string[]): void {
    const own = this.written.get(scope) ?? new Set();
    for (const name of names) own.add(`own ${name}`);
    this.written.set(scope, own);
    for (const key of this.running.keys()) {
      if (key === scope) continue;
      const outside = this.written.get(key) ?? new Set();
      for (const name of names) outside.add(name);
      this.written.set(key, outside);
    }
  }

  private mapped(key: string): void {
    const visit = this.running.get(key);
    if (!visit || this.loops.has(key) || this.exempt.has(key)) return;
    const node: FlowNode = placeAt(this.drawn, visit.elementId).node;
    const names = this.written.get(key) ?? new Set();
    const kept = visit.member === undefined ? [] : keptBy(node);
    const missing = [
      ...node.io.inputs.map(({ target }) => `own ${target}`),
      ...node.io.outputs.map(({ target }) => (kept.includes(target) ? `own ${target}` : target)),
    ].filter((name) => !names.has(name));
    if (missing.length > 0) this.faults.push(`${key} completed without ${missing.join()}`);
  }

  private forget(key: string): void {
    this.running.delete(key);
    this.written.delete(key);
    this.undoing = this.undoing.filter(({ by }) => by !== key);
  }
}
