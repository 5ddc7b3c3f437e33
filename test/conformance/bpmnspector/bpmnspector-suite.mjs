import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkStandard, decodeXml, readXml } from '@wuqing/bpmn-definition';
import { checkDefinition } from '@wuqing/publication';
import { rowsOfSuite } from '../rows-of.mjs';
import { explanationOf } from './explained.mjs';

/**
 * One row a model of `index.json`: `{ case, constraint, expected, found, broken, said, published, explained? }`; none where
 * the folder is missing. `found` is the answer to whether the file is well-formed BPMN, whatever of it we execute;
 * `published` says whether publication takes it as it stands.
 */
export const bpmnspectorSuite = (folder) =>
  rowsOfSuite(
    folder,
    async ({ file, constraint, expect: expected, exists, conformance_class: subClass }) =>
      exists === false
        ? []
        : [await rowOf(join(folder, file), { case: file, constraint, expected }, subClassOf(subClass))],
    (name, why) => ({ ...unread, case: name, said: [why] }),
  );

const unread = { constraint: '–', expected: 'a row', found: 'not read', broken: [], published: false };

/** A model of the Descriptive or Analytic sub-class is not asked what only the Common Executable one asks. */
const subClassOf = (name) => (name === 'descriptive' || name === 'analytic' ? 'drawn' : 'executable');

async function rowOf(path, row, subClass) {
  const text = decodeXml(readFileSync(path));
  const parsed = text.ok ? await readXml(text.value) : { ok: false, error: [text.error] };
  const problems = parsed.ok ? checkStandard(parsed.value, subClass) : parsed.error;
  const found = problems.length > 0 ? 'invalid' : 'valid';
  const broken = problems.map(({ constraint, rule }) => constraint ?? rule);
  const explained = found === row.expected ? undefined : explanationOf({ ...row, broken });
  return {
    ...row,
    found,
    broken,
    said: problems.slice(0, 2).map(({ message }) => message),
    published: text.ok && (await checkDefinition(text.value)).ok,
    ...(explained && { explained }),
  };
}
