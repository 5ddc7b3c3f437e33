import type { Compiled } from '@wuqing/bpmn-definition';
import { required } from '@wuqing/kernel';
import { checkDefinition, knownVariablesOf } from '@wuqing/publication';
import { libraryProcesses } from './library-processes.js';

/** A shipped process as publication compiles it; problems are the error, one a line. For specs. */
export async function compiledLibrary(key: string): Promise<Compiled> {
  const { xml, forms } = required(
    libraryProcesses().find((one) => one.key === key),
    `a shipped process ${key}`,
  );
  const result = await checkDefinition(xml, undefined, knownVariablesOf(forms));
  if (result.ok) return result.value;
  throw new Error(result.error.map(({ elementId, message }) => `${elementId}: ${message}`).join('\n'));
}
