import { err, ok, type Result } from '@wuqing/kernel';
import { errorOf, type Problem } from '../problem.js';
import { shortened } from '../sentence.js';
import { elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { Assembly, partsOf } from './assembly.js';
import { atElement } from './at-element.js';
import type { DecisionModel } from './decision-model.js';
import { entryNamesOf } from './entry-names.js';
import { itemCatalogOf } from './item-types.js';
import { ModelParts } from './model-parts.js';
import { readDmn } from './read-dmn.js';
import { requirementsOf, type Requirements } from './requirement-order.js';

export interface DecisionOptions {
  /** FEEL names of the functions that the host will hand in. */
  readonly hostFunctionNames: readonly string[];
}

/** Decisions, and functions, of one file; each is compiled with all that it requires, so this also bounds the work. */
export const decisionsMax = 100;
export const inputsMax = 500;
/** Names of entries that FEEL must be told of. */
export const signedNamesMax = 500;

/**
 * DMN 1.1 to 1.5 to its decisions and functions, or what refuses the file as a whole; no text makes it throw. Imports
 * are refused by name.
 */
export async function compileModel(
  xml: string,
  options: DecisionOptions,
): Promise<Result<DecisionModel, Problem[]>> {
  const read = await readDmn(xml);
  if (!read.ok) return read;
  const definitions = read.value;
  const requirements = requirementsOf(definitions);
  const refused = refusedAsAWhole(definitions, requirements);
  if (refused.length > 0) return err(refused);
  const catalog = itemCatalogOf(definitions);
  const parts = partsOf(
    new ModelParts(definitions, requirements, catalog, options.hostFunctionNames),
    requirements,
  );
  return ok(new Assembly(requirements, catalog, parts).model());
}

function refusedAsAWhole(
  definitions: ModdleElement,
  { decisions, functions, inputs }: Requirements,
): Problem[] {
  const imports = elementsIn(definitions, 'import').map((one) =>
    errorOf(
      'supported-decision',
      `不支持引用其他文件（import「${shortened(textIn(one, 'name') ?? textIn(one, 'namespace') ?? '')}」），请把用到的内容放进同一个文件。`,
      atElement(one),
    ),
  );
  if (imports.length > 0) return imports;
  if (decisions.size === 0) return [errorOf('supported-decision', '文件里没有决策，请至少画一个决策。')];
  if (inputs.size > inputsMax)
    return [errorOf('supported-decision', `文件超过 ${inputsMax} 个输入数据，请拆分。`)];
  if (entryNamesOf(definitions).length > signedNamesMax)
    return [
      errorOf('supported-decision', `名称里有符号或关键字的项超过 ${signedNamesMax} 个，请改用简单的名称。`),
    ];
  return decisions.size + functions.size > decisionsMax
    ? [errorOf('supported-decision', `文件超过 ${decisionsMax} 个决策，请拆分。`)]
    : [];
}
