/**
 * FEEL without its parser: the allow-listed AST and the interpreter that workflow, API and browser share.
 *
 * `evaluate` interprets an AST (plain JSON, made by `bpmn-definition` at publication) within a budget of steps and
 * sizes: an expression never hangs, never reads a clock and never throws for what its author or its data did.
 * Unknown names and type errors are null, as DMN 1.5 chapter 10 says; a spent budget and an unknown function are errors.
 * Numbers are IEEE doubles (money is counted in fen). This room must never parse text into an AST, call anything but
 * the functions handed in, or import another room than the kernel. Begin with `ast.ts`, then `interpret.ts`.
 */
export * from './ast.js';
export * from './evaluate.js';
export * from './path-root.js';
export * from './reads-of.js';
export { childrenOfAst } from './children-of-ast.js';
export { astOf, storedAst, type StoredAst } from './stored-ast.js';
export { booleanFunctionNames, rangeFunctionNames } from './functions/boolean-functions.js';
export { builtInFunctions, type Signature } from './functions/built-in-functions.js';
export { leftOutFunctions } from './functions/left-out-functions.js';
export { patternFunctionNames, patternProblem } from './functions/pattern.functions.js';
export { withEvaluator, type Evaluator } from './evaluator.js';
export {
  entryOf,
  isContext,
  isList,
  type ContextValue,
  type Frame,
  type Value,
  type ValueType,
} from './value.js';
