import type { CompiledDecision } from '@wuqing/decision';
import { err, ok, type Result } from '@wuqing/kernel';
import type { Problem } from '../problem.js';
import { compileModel, type DecisionOptions } from './compile-model.js';

/**
 * The decisions of a `.dmn` file by id, or every problem found, each once; no text makes it throw. Decision tables of
 * all seven hit policies, literal expressions, boxed expressions, knowledge models and decision services.
 */
export async function compileDecisions(
  xml: string,
  options: DecisionOptions,
): Promise<Result<Readonly<Record<string, CompiledDecision>>, Problem[]>> {
  const model = await compileModel(xml, options);
  if (!model.ok) return model;
  const { decisions, problems } = model.value;
  if (problems.length > 0) return err([...problems]);
  return ok(
    Object.fromEntries(
      decisions.flatMap(({ id, compiled }) => (compiled.ok ? [[id, compiled.value] as const] : [])),
    ),
  );
}
