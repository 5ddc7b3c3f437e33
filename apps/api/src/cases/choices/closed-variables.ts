import type { ExecutableProcess, FlowNode } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import type { FormVersion } from '@wuqing/persistence';

/**
 * Variables that only steps write which are closed to the reader: whether one has a value would tell him that its step was
 * done. `knows`: of an element by its id.
 */
export function closedVariables(
  { nodes }: ExecutableProcess,
  forms: readonly Pick<FormVersion, 'key' | 'schema'>[],
  knows: (elementId: string) => boolean,
): ReadonlySet<string> {
  const all = Object.values(nodes);
  const written = (some: readonly FlowNode[]) => new Set(some.flatMap((node) => writtenBy(node, forms)));
  const open = written(all.filter(({ id }) => knows(id)));
  return new Set([...written(all.filter(({ id }) => !knows(id)))].filter((name) => !open.has(name)));
}

function writtenBy(node: FlowNode, forms: readonly Pick<FormVersion, 'key' | 'schema'>[]): string[] {
  const result = 'resultVariable' in node ? [node.resultVariable] : [];
  const decision = 'decision' in node && node.decision ? [node.decision.resultVariable] : [];
  const collected = node.loop?.kind === 'multiInstance' ? [node.loop.outputCollection ?? []].flat() : [];
  const mapped = node.io.outputs.map(({ target }) => target);
  const fields = node.type === 'userTask' ? fieldsOf(forms.find(({ key }) => key === node.formKey)) : [];
  return [...result, ...decision, ...collected, ...mapped, ...fields];
}

const fieldsOf = (form: Pick<FormVersion, 'schema'> | undefined): string[] =>
  Object.keys((form?.schema['properties'] ?? {}) as JsonObject);
