import { ExpressionCompiler } from '../compile/expression-compiler.js';
import { danglingReference } from '../lint/rules/dangling-reference.rule.js';
import { idIsName } from '../lint/rules/element-id.rule.js';
import { knownWord } from '../lint/rules/known-word.rule.js';
import { readableContent } from '../lint/rules/readable-content.rule.js';
import { uniqueId } from '../lint/rules/unique-id.rule.js';
import { writtenOnce } from '../lint/rules/written-once.rule.js';
import { problemOf, type Problem } from '../problem.js';
import { sourceModelOf } from '../source/source-model.js';
import type { ParsedXml } from '../xml/parsed-xml.js';
import { standardProblems, standardRule, standardRules } from './standard-problems.js';

/** What the schema asks of every file, and lint asks too. */
const documentRules = [danglingReference, idIsName, knownWord, readableContent, uniqueId, writtenOnce];

/** Of BPMN's conformance sub-classes: Descriptive and Analytic, or Common Executable and Full. */
export type SubClass = 'drawn' | 'executable';

/**
 * Whether a file is well-formed BPMN 2.0.2, no matter what of it can be executed: every problem is an error of rule
 * `bpmn-standard`. Publication asks the same save what only other engines need, and beyond it what it executes (`compile`).
 */
export function checkStandard(parsed: ParsedXml, subClass: SubClass = 'executable'): Problem[] {
  const asked = standardRules.filter(({ forOthers }) => forOthers !== 'executable' || subClass === forOthers);
  const source = sourceModelOf(parsed);
  const options = { expressions: new ExpressionCompiler([]), extensions: {} };
  const ofDocument = documentRules.flatMap(({ name, check }) =>
    check(source, options)
      .filter(({ severity = 'error' }) => severity === 'error')
      .map((finding) => problemOf({ ...finding, severity: 'error', rule: standardRule, constraint: name })),
  );
  return [...ofDocument, ...standardProblems(parsed, asked)];
}
