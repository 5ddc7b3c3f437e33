import { err, ok, type Result } from '@wuqing/kernel';
import { errorOf, type Problem } from '../problem.js';
import { newModdle } from './moddle.js';
import { readAsWritten } from './read-xml.js';
import { isUnresolved, refer } from './resolve-prefixes.js';

/**
 * A BPMN file read and written again, as the designer does on saving: formatted, in UTF-8, with model, ids, extensions
 * and diagram as they were. Comments and the order of attributes are not kept, and an attribute that only says its
 * default is left out. Problems as `readXml` finds them; what the linter refuses beyond them may be lost.
 */
export async function rewriteXml(xml: string): Promise<Result<string, Problem[]>> {
  const parsed = await readAsWritten(xml);
  if (!parsed.ok) return parsed;
  // What is referred to and not in this file (a type of another schema, a name with a prefix) stays as it is written.
  for (const warning of parsed.value.warnings)
    if (isUnresolved(warning)) refer(warning, { id: warning.value });
  try {
    const written = await newModdle().toXML(parsed.value.definitions, { format: true });
    return ok(written.xml);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('no namespace uri')) throw error;
    return err([errorOf('writable-content', noNamespace)]);
  }
}

const noNamespace = '扩展元素里有不属于任何命名空间的元素（xmlns=""），写不回文件，请给它加上命名空间。';
