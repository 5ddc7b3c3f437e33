import type { ExtensionElement, FlowNode } from '@wuqing/bpmn-model';
import type { ExpressionCompiler } from '../compile/expression-compiler.js';
import type { Problem } from '../problem.js';
import type { KnownVariables } from '../source/variable-provider.js';
import type { SourceModel } from '../source/source-model.js';
import type { ExtensionWords } from '../words/extension-word.js';

/** Says what is wrong with a `wq:` element, in Chinese sentences; `node` is undefined for one of the process. */
export type ExtensionChecker = (element: ExtensionElement, node: FlowNode | undefined) => readonly string[];

export interface LintOptions {
  readonly expressions: ExpressionCompiler;
  readonly extensions: Readonly<Record<string, ExtensionChecker>>;
  /** The `wq:` elements that rooms beside this one read, and where. */
  readonly words?: ExtensionWords;
  /** Without it `known-variable` asks only files that declare their inputs. */
  readonly knownVariables?: KnownVariables;
}

/** A problem before the linter adds the rule's name and the line; an error unless it says otherwise. */
export type Finding = Pick<Problem, 'message' | 'elementId' | 'line'> & Partial<Pick<Problem, 'severity'>>;

/** A lint rule: its name is the name of its file, its spec and the `rule` of its problems. */
export interface Rule {
  readonly name: string;
  readonly check: (source: SourceModel, options: LintOptions) => Finding[];
}
