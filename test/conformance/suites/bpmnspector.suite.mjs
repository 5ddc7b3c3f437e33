import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeXml } from '@wuqing/bpmn-definition';
import { checkDefinition } from '@wuqing/publication';

/**
 * One row a model: `{ case, constraint, expected, found, said }`, by what publication says of the file; none where the
 * folder is missing. What publication refuses beyond BPMN (elements it does not execute) counts as refused here too.
 */
export async function bpmnspectorSuite(folder) {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) return [];
  const rows = [];
  for (const { file, constraint, expect, exists } of JSON.parse(readFileSync(index, 'utf8')).tests) {
    if (exists === false) continue;
    const problems = await problemsOf(readFileSync(join(folder, file)));
    rows.push({
      case: file.split('/').at(-1),
      constraint,
      expected: expect,
      found: problems.length > 0 ? 'invalid' : 'valid',
      said: problems.slice(0, 2).map(({ rule, message }) => `${rule}: ${message}`),
    });
  }
  return rows;
}

async function problemsOf(bytes) {
  const text = decodeXml(bytes);
  if (!text.ok) return [text.error];
  const checked = await checkDefinition(text.value);
  return checked.ok ? [] : checked.error.filter(({ severity }) => severity === 'error');
}
