import { compile, type Compiled, type KnownVariables, type Problem } from '@wuqing/bpmn-definition';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { err, ok, type Result } from '@wuqing/kernel';
import { compileOptions } from './compile-options.js';
import { checkCheckedSteps } from './checked-step.check.js';
import { checkCircleWords } from './circle-words.check.js';
import { checkHeldNames } from './held-name.check.js';

/** A question that is asked of a process which compiles: is it sound, how does it differ from the one in force. */
export type ProcessCheck = (process: ExecutableProcess, known?: KnownVariables) => readonly Problem[];

/** In the order in which they are asked. */
const processChecks: readonly ProcessCheck[] = [checkHeldNames, checkCheckedSteps, checkCircleWords];

/**
 * Reads, lints and compiles a BPMN file as publication does, then asks every `ProcessCheck`.
 *
 * Answers with the process and the warnings, or with all problems, errors first. No text makes it throw, but a hostile
 * one may take long: hand in files that we wrote ourselves, and foreign ones by a `DefinitionReader`.
 */
export async function checkDefinition(
  xml: string,
  checks: readonly ProcessCheck[] = processChecks,
  knownVariables?: KnownVariables,
): Promise<Result<Compiled, Problem[]>> {
  const compiled = await compile(xml, { ...compileOptions, ...(knownVariables && { knownVariables }) });
  if (!compiled.ok) return compiled;
  const { process, warnings } = compiled.value;
  const found = [...checks.flatMap((check) => check(process, knownVariables)), ...warnings];
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return ok({ process, warnings: found });
  return err([...errors, ...found.filter(({ severity }) => severity !== 'error')]);
}
