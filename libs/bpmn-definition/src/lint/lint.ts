import { problemOf, type Problem } from '../problem.js';
import type { SourceModel } from '../source/source-model.js';
import { publicationRules, standardProblems } from '../standard/standard-problems.js';
import { drawingRules, extensionRule, limitRules } from './all-rules.js';
import { elementLines } from './element-lines.js';
import type { LintOptions, Rule } from './rule.js';

export const problemsMax = 200;

/** The problems of a drawing, errors first, at most `problemsMax`: what we do not execute, and what BPMN does not allow. */
export function lint(source: SourceModel, options: LintOptions): Problem[] {
  const lines = elementLines(source.xml);
  const ask = (rule: Rule): Problem[] =>
    rule.check(source, options).map(({ severity = 'error', message, elementId, line }) => {
      const at = line ?? (elementId === undefined ? undefined : lines.get(elementId));
      return problemOf({
        severity,
        rule: rule.name,
        message,
        ...(elementId === undefined ? {} : { elementId }),
        ...(at === undefined ? {} : { line: at }),
      });
    });
  for (const rule of limitRules) {
    const excess = ask(rule);
    if (excess.length > 0) return excess.slice(0, problemsMax);
  }
  const asked = drawingRules.flatMap(ask);
  const problems = [...asked, ...unsaid(standardProblems(source, publicationRules), asked)];
  const all = problems.some(isError) ? problems : [...problems, ...ask(extensionRule)];
  return [...all.filter(isError), ...all.filter((problem) => !isError(problem))].slice(0, problemsMax);
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

/** What no rule of our own has said of the same element, and better. */
function unsaid(problems: readonly Problem[], said: readonly Problem[]): Problem[] {
  const known = new Set(said.filter(isError).map(({ elementId }) => elementId));
  return problems.filter(({ elementId }) => !known.has(elementId));
}
