import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { canonicalJson, err, ok, type Json, type Result } from '@wuqing/kernel';
import { lint, problemsMax } from '../lint/lint.js';
import type { ExtensionChecker } from '../lint/rule.js';
import type { Problem } from '../problem.js';
import { namesInProcess } from '../source/names-in-process.js';
import { sourceModelOf } from '../source/source-model.js';
import type { KnownVariables } from '../source/variable-provider.js';
import { soundnessProblems } from '../soundness/soundness-problems.js';
import { readXml } from '../xml/read-xml.js';
import type { ExtensionWords } from '../words/extension-word.js';
import { compileProcess } from './compile-process.js';
import { ExpressionCompiler } from './expression-compiler.js';

export interface CompileOptions {
  /** FEEL names of the functions that the host will hand in. */
  readonly hostFunctionNames: readonly string[];
  /** Checkers of `wq:` elements by local name, given by the rooms that own them. */
  readonly extensions?: Readonly<Record<string, ExtensionChecker>>;
  /** The `wq:` elements by local name, each with where it is read and what it says, given by the rooms that read them. */
  readonly words?: ExtensionWords;
  /** What cases have and forms ask, so that names nobody writes are found; without it only the file itself tells. */
  readonly knownVariables?: KnownVariables;
}

export interface Compiled {
  readonly process: ExecutableProcess;
  readonly warnings: Problem[];
}

/** Fewer than a check by itself may look at: a stranger's file is read within a second, and this is the last that is asked. */
const soundnessLimits = { statesMax: 4_000 };

/** BPMN XML to an executable process, or every problem found, errors first; no text makes it throw. */
export async function compile(xml: string, options: CompileOptions): Promise<Result<Compiled, Problem[]>> {
  const parsed = await readXml(xml);
  if (!parsed.ok) return parsed;
  const source = sourceModelOf(parsed.value);
  const { extensions = {}, words = {}, knownVariables } = options;
  const names = namesInProcess(source, knownVariables);
  const expressions = new ExpressionCompiler(options.hostFunctionNames, names);
  const linted = lint(source, { expressions, extensions, words, ...(knownVariables && { knownVariables }) });
  if (linted.some(isError)) return err(linted);
  const unsound = soundnessProblems(source, soundnessLimits, 'faults').slice(0, problemsMax);
  const problems = [...unsound.filter(isError), ...linted, ...unsound.filter((problem) => !isError(problem))];
  if (problems.some(isError)) return err(problems);
  return ok({ process: compileProcess(source, expressions), warnings: problems });
}

/** The text of which the checksum of a compiled process is taken: equal processes give equal text. */
export const checksumInput = (process: ExecutableProcess): string =>
  canonicalJson(process as unknown as Json);

const isError = ({ severity }: Problem): boolean => severity === 'error';
