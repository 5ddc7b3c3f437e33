import { compile, type Compiled } from '@wuqing/bpmn-definition';
import { deliberationExtensions } from '@wuqing/deliberation';
import { required } from '@wuqing/kernel';
import { checkServiceLevel } from '@wuqing/service-level';
import { hostFunctions } from './case-walker.js';
import { libraryProcesses } from './library-processes.js';

const extensions = { ...deliberationExtensions, serviceLevel: checkServiceLevel };

/** A shipped process as publication compiles it; problems are the error, one a line. For specs. */
export async function compiledLibrary(key: string): Promise<Compiled> {
  const { xml } = required(
    libraryProcesses().find((one) => one.key === key),
    `a shipped process ${key}`,
  );
  const result = await compile(xml, { hostFunctionNames: Object.keys(hostFunctions), extensions });
  if (result.ok) return result.value;
  throw new Error(result.error.map(({ elementId, message }) => `${elementId}: ${message}`).join('\n'));
}
