import type { EngineEvent } from '@wuqing/bpmn-engine';
import type { Json, JsonObject } from '@wuqing/kernel';

interface Visit {
  readonly scope: string;
  readonly member?: number;
}

/**
 * Values by the facts alone, of what the generator draws: rows of a mapping read those before them (`mine = n`, `twice = seen`), a
 * member's `n` is what is collected of it, what was collected stays, and every timer can be planned.
 */
export class ValueLedger {
  readonly faults: string[] = [];
  private readonly running = new Map<string, Visit>();
  private readonly own = new Map<string, JsonObject>();
  private readonly collecting = new Set<string>();
  private readonly undoing = new Set<string>();
  private isMigrated = false;
  /** It has been entered, and nothing else has happened since. */
  private entering = '';

  /** Members that run may lack what the new version gives them. */
  migrated(): void {
    this.isMigrated = true;
  }

  turn(events: readonly EngineEvent[]): void {
    for (const event of events) {
      this.follow(event);
      if (event.type === 'ElementActivated') this.entering = event.key;
      else if (event.type !== 'VariablesSet') this.entering = '';
    }
  }

  private follow(event: EngineEvent): void {
    switch (event.type) {
      case 'ElementActivated':
        this.running.set(event.key, event);
        return;
      case 'ElementCompleted':
      case 'ElementTerminated':
        this.running.delete(event.key);
        this.own.delete(event.key);
        return;
      case 'CompensationTriggered':
        this.undoing.add(event.key);
        return;
      case 'VariablesSet':
        return this.set(event.scope, event.values);
      case 'LoopOutputCollected':
        return this.collected(event);
      case 'IncidentRaised':
        if (event.code === 'timer') this.faults.push(`${event.key}: ${event.message}`);
        return;
      default:
        return;
    }
  }

  private set(scope: string, values: JsonObject): void {
    const isCopy = this.undoing.has(this.running.get(scope)?.scope ?? '');
    const isInput = scope === this.entering && !isCopy && 'mine' in values && 'n' in values;
    if (isInput && values['mine'] !== values['n'])
      this.faults.push(`${scope} read ${JSON.stringify(values)}, not one row after the other`);
    if ('seen' in values && 'twice' in values && values['seen'] !== values['twice'])
      this.faults.push(`${scope} was told ${JSON.stringify(values)}, not one row after the other`);
    if (this.collecting.has(scope) && 'results' in values)
      this.faults.push(`what ${scope} has collected is written over`);
    this.own.set(scope, { ...this.own.get(scope), ...values });
  }

  private collected({
    key,
    number,
    value,
  }: {
    readonly key: string;
    readonly number: number;
    readonly value: Json;
  }): void {
    this.collecting.add(key);
    const [member] =
      [...this.running].find(([, visit]) => visit.scope === key && visit.member === number) ?? [];
    const brought = this.own.get(member ?? '')?.['n'];
    if (!this.isMigrated && value !== (brought ?? null))
      this.faults.push(`${key} collects ${JSON.stringify(value)} of member ${number}, which has ${brought}`);
  }
}
