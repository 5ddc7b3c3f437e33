import {
  calledPartsOf,
  type Bindings,
  type CalledParts,
  type EngineContext,
  type ProcessInstanceState,
} from '@wuqing/bpmn-engine';
import { boundKeyOf, calledFrom, type ExecutableProcess, type FlowNode } from '@wuqing/bpmn-model';
import type { CompiledDecision } from '@wuqing/decision';
import { required } from '@wuqing/kernel';
import type { Decision } from './decide.js';
import { bindCalled, loadCalledProcess, loadDecision } from './journal.js';

/** A process definition and where it is stored. */
export interface VersionedProcess {
  readonly checksum: string;
  readonly process: ExecutableProcess;
}

/** Where a migration leads: old element id → new one, where it bears another. */
export interface MigrationGoal extends VersionedProcess {
  readonly mapping: Readonly<Record<string, string>>;
}

const NOTHING: Bindings = { processes: {}, decisions: {} };

/**
 * The processes that a case calls and the decisions that it asks, each in the version that it goes by. Who calls
 * nothing asks for nothing.
 */
export class CalledDefinitions {
  private readonly processes = new Map<string, ExecutableProcess>();
  private readonly decisions = new Map<string, CompiledDecision>();
  /** What the journal knows of; other bindings stand in the next entry. */
  private recorded: Bindings;
  private bindings: Bindings = NOTHING;

  constructor(carried: Bindings | undefined) {
    this.recorded = carried ?? NOTHING;
  }

  /** Once a run, before anything is decided. */
  resume(): Promise<void> {
    return this.adopt(this.recorded);
  }

  /** Whether anything is called or asked that has a version to be found. */
  isAsked({ process }: VersionedProcess, target?: MigrationGoal): boolean {
    return calls(process) || (target !== undefined && calls(target.process));
  }

  /** The version in force for what is called next; a called process that runs goes on by the version it began with. */
  async refresh(
    { checksum, process }: VersionedProcess,
    state: ProcessInstanceState,
    target?: MigrationGoal,
  ): Promise<void> {
    const running = keysInUse(process, this.context.calledProcesses, state);
    const kept = [...Object.entries(this.bindings.processes).filter(([key]) => running.has(key))];
    if (target) kept.push(...this.keptBy(target, process, state));
    const checksums = target ? [target.checksum, checksum] : [checksum];
    await this.use(await bindCalled({ checksums, kept: Object.fromEntries(kept) }));
  }

  /** A call that runs goes on by its version, however the call activity of the new version binds. */
  private keptBy(
    { process: next, mapping }: MigrationGoal,
    process: ExecutableProcess,
    { instances }: ProcessInstanceState,
  ): [string, string][] {
    return Object.values(instances).flatMap(({ elementId }): [string, string][] => {
      const [id = ''] = elementId.split('/');
      const [from, to] = [process.nodes[id], next.nodes[mapping[id] ?? id]];
      if (from?.type !== 'callActivity' || to?.type !== 'callActivity') return [];
      const checksum = this.bindings.processes[boundKeyOf(from.calledProcess, from, process)];
      return checksum === undefined ? [] : [[boundKeyOf(to.calledProcess, to, next), checksum]];
    });
  }

  /** What of an entry lies in called processes. */
  partsOf(
    process: ExecutableProcess,
    before: ProcessInstanceState,
    { events, effects }: Pick<Decision, 'events' | 'effects'>,
  ): CalledParts | undefined {
    const { calledProcesses } = this.context;
    return calledPartsOf(before, events, effects, (callActivity) => {
      const key = required(
        keysAlong(callActivity, process, calledProcesses).at(-1),
        `a call at ${callActivity}`,
      );
      return required(this.bindings.processes[key], `a bound version of ${key}`);
    });
  }

  /** What another entry of the journal went by. */
  async adopt(bindings: Bindings | undefined): Promise<void> {
    if (!bindings) return;
    this.recorded = bindings;
    await this.use(bindings);
  }

  /** What an entry has to say of the versions it goes by; absent where the journal knows. */
  get unrecorded(): Bindings | undefined {
    return sameBindings(this.bindings, this.recorded) ? undefined : this.bindings;
  }

  hasRecorded(): void {
    this.recorded = this.bindings;
  }

  get carried(): Bindings | undefined {
    return sameBindings(this.recorded, NOTHING) ? undefined : this.recorded;
  }

  get context(): Required<Pick<EngineContext, 'calledProcesses' | 'decisions'>> {
    return {
      calledProcesses: contentOf(this.bindings.processes, this.processes),
      decisions: contentOf(this.bindings.decisions, this.decisions),
    };
  }

  private async use(bindings: Bindings): Promise<void> {
    for (const checksum of missing(bindings.processes, this.processes))
      this.processes.set(checksum, await loadCalledProcess(checksum));
    for (const checksum of missing(bindings.decisions, this.decisions))
      this.decisions.set(checksum, await loadDecision(checksum));
    this.bindings = bindings;
  }
}

function calls(process: ExecutableProcess): boolean {
  const { processes, decisions } = calledFrom(process);
  return processes.length > 0 || decisions.length > 0;
}

type Checksums = Readonly<Record<string, string>>;

const missing = (bound: Checksums, known: ReadonlyMap<string, unknown>): string[] => [
  ...new Set(Object.values(bound).filter((checksum) => !known.has(checksum))),
];

const contentOf = <T>(bound: Checksums, known: ReadonlyMap<string, T>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(bound).map(([key, checksum]) => [
      key,
      required(known.get(checksum), `a loaded definition ${checksum}`),
    ]),
  );

const sameBindings = (a: Bindings, b: Bindings): boolean =>
  sameChecksums(a.processes, b.processes) && sameChecksums(a.decisions, b.decisions);

const sameChecksums = (a: Checksums, b: Checksums): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([key, checksum]) => b[key] === checksum);

type Called = Readonly<Record<string, ExecutableProcess>>;

/** Keys under which something runs, waits or may be undone. */
const keysInUse = (
  process: ExecutableProcess,
  called: Called,
  { instances, completed = [] }: ProcessInstanceState,
): Set<string> =>
  new Set(
    [...Object.values(instances), ...completed].flatMap(({ elementId }) =>
      keysAlong(elementId, process, called),
    ),
  );

/** The keys of the call activities on the way to an element: two of `call-1/call-2/approve`, and of `call-1/call-2`. */
function keysAlong(elementId: string, process: ExecutableProcess, called: Called): string[] {
  const keys: string[] = [];
  let caller: ExecutableProcess | undefined = process;
  for (const id of elementId.split('/')) {
    const node: FlowNode | undefined = caller?.nodes[id];
    if (!caller || node?.type !== 'callActivity') break;
    const key = boundKeyOf(node.calledProcess, node, caller);
    keys.push(key);
    caller = called[key];
  }
  return keys;
}
