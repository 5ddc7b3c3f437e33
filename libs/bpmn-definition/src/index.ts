/**
 * From a BPMN 2.0 file to an executable process: read the XML, lint the drawing, compile it with its `wq:` extensions.
 *
 * `compile` answers with the process or with problems, each a Chinese sentence, an element id and a line: the designer
 * shows them on the diagram, the API returns them, nothing here throws for what a file contains. Elements that the
 * engine does not execute are refused by name. This room must never run a process, read a clock or a file, or know
 * what a `wq:` element means: checkers of the rooms that own them come in by `CompileOptions.extensions`.
 * No workflow bundle may contain it. Begin with `compile/compile.ts`, then `lint/rules/`.
 */
export { compile, checksumInput, type Compiled, type CompileOptions } from './compile/compile.js';
export { readsOfElement } from './compile/reads-of-process.js';
export { coveragePage } from './coverage/coverage-page.js';
export { wordsPage } from './coverage/words-page.js';
export { compileDecisions } from './dmn/compile-decisions.js';
export { compileModel, type DecisionOptions } from './dmn/compile-model.js';
export type { DecisionModel, ModelElement } from './dmn/decision-model.js';
export {
  parseExpression,
  parseUnaryTests,
  expressionLengthMax,
  type ExpressionError,
  type FeelOptions,
} from './feel/parse-expression.js';
export type { ExtensionChecker } from './lint/rule.js';
export type { KnownVariables } from './source/variable-provider.js';
export type { Problem } from './problem.js';
export type { ExtensionWord, ExtensionWords } from './words/extension-word.js';
export { decodeXml } from './xml/decode-xml.js';
export type { ParsedXml } from './xml/parsed-xml.js';
export { readXml } from './xml/read-xml.js';
export { checkStandard } from './standard/check-standard.js';
export { standardRules } from './standard/standard-problems.js';
export { rewriteXml } from './xml/rewrite-xml.js';
export { wuqingNamespace, zeebeNamespace } from './xml/name-spaces.js';
export { checkSoundness, defaultSoundnessLimits, type SoundnessLimits } from './soundness/check-soundness.js';
export type { FindingKind, SoundnessFinding, SoundnessReport, Verdict } from './soundness/report.js';
export { soundnessProblems } from './soundness/soundness-problems.js';
