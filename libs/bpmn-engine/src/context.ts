import type { Instant, Json } from '@wuqing/kernel';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { CompiledDecision } from '@wuqing/decision';

/** Named behaviour changes, fixed when an instance starts and kept in its state. */
export type EngineFlags = readonly string[];

const changes = [
  'own-signals-at-once',
  'conditions-at-once',
  'member-keeps-its-output',
  'mappings-in-order',
  'overdue-fires-at-once',
  'wait-once',
  'held-names',
] as const;

/** A behaviour change of this engine. */
export type EngineFlag = (typeof changes)[number];

/**
 * What an instance that starts today is started with: the door passes them on, one older than a change keeps the behaviour
 * that it was started with. CONTRIBUTING.md tells how to add one.
 */
export const engineFlags: EngineFlags = changes;

/** Whether an instance decides in the new way; asked of its context, or of its state where it is not advanced but planned. */
export const hasFlag = ({ flags }: { readonly flags: EngineFlags }, flag: EngineFlag): boolean =>
  flags.includes(flag);

/** A pure function that a FEEL expression may call by name, e.g. `add working days`; it throws only on a bug. */
export type HostFunction = (...args: readonly Json[]) => Json;

/** What comes in by the door at each `advance`. */
export interface EngineContext {
  readonly now: Instant;
  /** IANA zone in which `today()` and FEEL dates are read. */
  readonly timeZone: string;
  readonly flags: EngineFlags;
  readonly hostFunctions: Readonly<Record<string, HostFunction>>;
  /** Definitions of called processes by `boundKeyOf` of `bpmn-model`: the process key, where the version in force is meant. */
  readonly calledProcesses?: Readonly<Record<string, ExecutableProcess>>;
  /** Of `MigrateProcessInstance`: the definition by which the instance goes on. */
  readonly migrateTo?: ExecutableProcess;
  /** Compiled decisions, keyed in the same way by decision id. */
  readonly decisions?: Readonly<Record<string, CompiledDecision>>;
}
