import type { Effect, EngineEvent, ProcessInstanceState } from '@wuqing/bpmn-engine';

/** Facts that say that what waited under a key has happened or given up; no effect closes it then. */
const OVER: readonly EngineEvent['type'][] = [
  'TimerTriggered',
  'MessageCorrelated',
  'ServiceTaskCompleted',
  'IncidentRaised',
  'SignalReceived',
  'ErrorThrown',
];

/**
 * Nothing stands in the state whose owner is gone, and what the shell was asked to open, and not to close, is what the
 * state waits for.
 */
export class StandingLedger {
  private readonly open = new Set<string>();

  /** Faults after a turn with these facts and wishes. */
  turn(events: readonly EngineEvent[], effects: readonly Effect[], state: ProcessInstanceState): string[] {
    for (const effect of effects) this.follow(effect);
    for (const event of events) if (OVER.includes(event.type) && 'key' in event) this.open.delete(event.key);
    return [...orphansIn(state), ...this.unlike(state)];
  }

  private follow(effect: Effect): void {
    const key = keyIn(effect);
    if (key === undefined) return;
    if (/^(Open|Schedule|Invoke)/.test(effect.type)) this.open.add(key);
    else this.open.delete(key);
  }

  private unlike(state: ProcessInstanceState): string[] {
    const { timers, subscriptions, signals = {}, services, userTasks } = state;
    const waited = new Set(
      [timers, subscriptions, signals, services].flatMap((record) => Object.keys(record)).concat(userTasks),
    );
    return [
      ...[...waited]
        .filter((key) => !this.open.has(key))
        .map((key) => `${key} waits, but nobody was asked to open it`),
      ...[...this.open]
        .filter((key) => !waited.has(key))
        .map((key) => `${key} is open, but nothing waits for it`),
    ];
  }
}

function keyIn(effect: Effect): string | undefined {
  if ('userTask' in effect) return effect.userTask;
  if ('timer' in effect) return effect.timer;
  if ('subscription' in effect) return effect.subscription;
  return 'serviceTask' in effect ? effect.serviceTask : undefined;
}

/** What belongs to an element or a scope that does not run (any more). */
function orphansIn(state: ProcessInstanceState): string[] {
  const { instances, variables, joins, timers, subscriptions, incidents, compensations = {} } = state;
  const { signals = {}, conditions = {}, completed = [], services, userTasks, suspended } = state;
  const undoable = new Set(completed.map(({ key }) => key));
  const runs = (key: string): boolean => key.endsWith('#0') || instances[key] !== undefined;
  const waits = { ...timers, ...suspended?.timers, ...subscriptions, ...signals, ...conditions };
  return [
    ...Object.entries(instances)
      .filter(([, { scope }]) => !runs(scope))
      .map(([key]) => `${key} runs in no scope`),
    ...Object.entries(waits)
      .filter(([key, { attachedTo }]) => !runs(attachedTo ?? key))
      .map(([key]) => `${key} waits for nobody`),
    ...Object.keys(variables)
      .filter((key) => !runs(key) && !undoable.has(key))
      .map((key) => `variables of ${key}, which is over`),
    ...Object.keys(joins)
      .filter((join) => !runs(join.slice(0, join.indexOf('/', join.indexOf('#')))))
      .map((join) => `tokens at ${join}, whose scope is over`),
    ...[...Object.keys(incidents), ...Object.keys(compensations), ...Object.keys(services), ...userTasks]
      .filter((key) => !runs(key))
      .map((key) => `${key} is at work or stuck, but over`),
  ];
}
