import { ExpressionCompiler } from '../compile/expression-compiler.js';
import { danglingReference } from '../lint/rules/dangling-reference.rule.js';
import { readableContent } from '../lint/rules/readable-content.rule.js';
import { uniqueId } from '../lint/rules/unique-id.rule.js';
import type { Problem } from '../problem.js';
import { sourceModelOf } from '../source/source-model.js';
import type { ParsedXml } from '../xml/read-xml.js';
import { standardProblems, standardRule } from './standard-problems.js';

/** What the schema asks of every file, and lint asks too. */
const documentRules = [danglingReference, readableContent, uniqueId];

/**
 * Whether a file is well-formed BPMN 2.0.2, no matter what of it can be executed: every problem is an error of rule
 * `bpmn-standard`. Publication asks the same, and beyond it what it executes (`compile`).
 */
export function checkStandard(parsed: ParsedXml): Problem[] {
  const source = sourceModelOf(parsed);
  const options = { expressions: new ExpressionCompiler([]), extensions: {} };
  const ofDocument = documentRules.flatMap(({ name, check }) =>
    check(source, options)
      .filter(({ severity = 'error' }) => severity === 'error')
      .map((finding): Problem => ({ ...finding, severity: 'error', rule: standardRule, constraint: name })),
  );
  return [...ofDocument, ...standardProblems(parsed)];
}
