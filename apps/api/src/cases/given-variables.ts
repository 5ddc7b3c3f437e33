import { heldNames, type ExecutableProcess } from '@wuqing/bpmn-model';
import { validateSubmission, type FormDefinition } from '@wuqing/forms';
import type { Json, JsonObject } from '@wuqing/kernel';
import { formByChecksum, namesRead, type ProcessDefinitionVersion, type Work } from '@wuqing/persistence';
import { invalid, type FieldProblem } from '../http/problem.js';

/** Variables that an operator sets, and where they stand in the body. */
export interface GivenVariables {
  readonly variables: object;
  /** JSON pointer to them. */
  readonly path: string;
}

/** Refuses what the process (and those that call it) cannot use. */
export async function requireUsable(
  work: Work,
  { checksum, forms }: Pick<ProcessDefinitionVersion, 'checksum' | 'forms'>,
  callers: readonly string[],
  given: readonly GivenVariables[],
): Promise<void> {
  if (given.every(({ variables }) => Object.keys(variables).length === 0)) return;
  const reads = await namesRead(work, [checksum, ...callers]);
  const asked: FormDefinition[] = [];
  for (const form of Object.values(forms)) {
    const found = await formByChecksum(work, form);
    if (found) asked.push(found);
  }
  const problems = problemsOf(given, reads, asked);
  if (problems.length > 0) throw invalid(problems);
}

/** Whoever begins a step is no operator: what the process computes itself is not his to say. */
export function requireFreeNames(process: ExecutableProcess, variables: object): void {
  const held = heldNames(process);
  const taken = Object.keys(variables).filter((name) => held.has(name));
  if (taken.length > 0)
    throw invalid(
      taken.map((name) => ({
        path: `/variables/${name}`,
        message: '此变量由流程自己计算，不能填写，请删去。',
      })),
    );
}

/**
 * A variable that nothing reads would be a slip of the pen, and must not enter Temporal; a value that no form takes which
 * asks for it would only get the case stuck again. Null takes a value away.
 */
export const problemsOf = (
  given: readonly GivenVariables[],
  reads: readonly string[],
  forms: readonly FormDefinition[],
): FieldProblem[] =>
  given.flatMap(({ variables, path }) =>
    Object.entries(variables as JsonObject).flatMap(([name, value]) => {
      const message = reads.includes(name)
        ? problemOf(name, value, forms)
        : '流程不读取这个变量，请核对名称。';
      return message === undefined ? [] : [{ path: `${path}/${name}`, message }];
    }),
  );

/** What the first form says against the value; undefined where one of those that ask for it takes it, or none asks. */
function problemOf(name: string, value: Json, forms: readonly FormDefinition[]): string | undefined {
  if (value === null) return undefined;
  const said = forms.flatMap((form) => {
    const field = fieldAlone(form, name);
    if (!field) return [];
    const checked = validateSubmission(field, { [name]: value });
    return [checked.ok ? undefined : checked.error[0]?.message];
  });
  return said.includes(undefined) ? undefined : said[0];
}

/** The form as if it asked for this field alone. */
function fieldAlone(form: FormDefinition, name: string): FormDefinition | undefined {
  const { properties = {}, $defs } = form.schema as {
    readonly properties?: JsonObject;
    readonly $defs?: Json;
  };
  if (!Object.hasOwn(properties, name)) return undefined;
  const schema = {
    type: 'object',
    properties: { [name]: properties[name]! },
    ...($defs !== undefined && { $defs }),
  };
  return { ...form, schema };
}
