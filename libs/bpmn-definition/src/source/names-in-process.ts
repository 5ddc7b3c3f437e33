import type { SourceModel } from './source-model.js';
import { knownIn, providedBy, type KnownVariables } from './variable-provider.js';

/** Names that variables of the process have as far as its file and what was handed in tell, each once. */
export function namesInProcess(source: SourceModel, given: KnownVariables | undefined): string[] {
  const known = knownIn(source.process, given) ?? { atStart: [], formFields: {} };
  return [...new Set([...known.atStart, ...source.nodes.flatMap((node) => providedBy(node, known).names)])];
}
