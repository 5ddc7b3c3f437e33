import type { ExecutableProcess, FlowNode } from '@wuqing/bpmn-model';
import type { CompiledDecision } from '@wuqing/decision';

/** A process and the definitions that it calls, by their keys. */
export interface ProcessWithCalled {
  readonly process: ExecutableProcess;
  readonly calledProcesses: Readonly<Record<string, ExecutableProcess>>;
}

/** A drawn process and all that it names. */
export interface DrawnProcess extends ProcessWithCalled {
  readonly decisions: Readonly<Record<string, CompiledDecision>>;
}

/** Where an id of the state lies: inside a called process it bears the call activities that lead there (`call/id`). */
export interface DefinitionAt {
  readonly process: ExecutableProcess;
  /** `''` or `call/`. */
  readonly prefix: string;
  readonly id: string;
}

export function definitionAt({ process, calledProcesses }: ProcessWithCalled, path: string): DefinitionAt {
  const calls = path.split('/');
  const id = calls.pop()!;
  const called = calls.reduce((caller, call) => {
    const node = caller.nodes[call];
    return node?.type === 'callActivity' ? calledProcesses[node.calledProcess]! : caller;
  }, process);
  return { process: called, prefix: calls.map((call) => `${call}/`).join(''), id };
}

/** The node of such an id, and the id of what lies around it; undefined where that is the process. */
export function placeAt(
  definitions: ProcessWithCalled,
  path: string,
): { readonly node: FlowNode; readonly around: string | undefined } {
  const { process, prefix, id } = definitionAt(definitions, path);
  const node = process.nodes[id]!;
  const outermost = prefix === '' ? undefined : prefix.slice(0, -1);
  return { node, around: node.scope === process.key ? outermost : prefix + node.scope };
}
