import type { CellExpression, DecisionType, ItemComponent, ItemType, TypeReference } from '@wuqing/decision';
import { parseUnaryTests } from '../feel/parse-expression.js';
import { nameText } from '../feel/token.js';
import { errorOf, type Problem } from '../problem.js';
import { shortened } from '../sentence.js';
import { elementIn, elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { atElement } from './at-element.js';
import { nameIn } from './name-in.js';

/** Names of FEEL's types in DMN 1.3 (§10.3.2.1, and the spellings of DMN 1.1) and of Camunda's; undefined is "any". */
const builtInTypes: ReadonlyMap<string, DecisionType | undefined> = new Map([
  ['Any', undefined],
  ['any', undefined],
  ['string', 'string'],
  ['number', 'number'],
  ['integer', 'number'],
  ['long', 'number'],
  ['double', 'number'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['time', 'time'],
  ['dateTime', 'date and time'],
  ['date and time', 'date and time'],
  ['dayTimeDuration', 'days and time duration'],
  ['days and time duration', 'days and time duration'],
  ['yearMonthDuration', 'years and months duration'],
  ['years and months duration', 'years and months duration'],
  ['list', 'list'],
  ['context', 'context'],
  ['function', 'function'],
]);

/** The item definitions of a file: compiled, what is wrong with each, and what a function's type says it gives. */
export interface ItemCatalog {
  readonly types: ReadonlyMap<string, ItemType>;
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** By the name of an item that is a function: the type of its result. */
  readonly functionResults: ReadonlyMap<string, TypeReference | undefined>;
}

/** `itemDefinition` (DMN 1.3 §7.3.2), nested components and references to others among them. */
export function itemCatalogOf(definitions: ModdleElement): ItemCatalog {
  const items = new Map(
    elementsIn(definitions, 'itemDefinition').map((item) => [nameIn(item) ?? '', item] as const),
  );
  const types = new Map<string, ItemType>();
  const problems = new Map<string, Problem[]>();
  const functionResults = new Map<string, TypeReference | undefined>();
  for (const [name, item] of items) {
    const found: Problem[] = [];
    types.set(name, typeOfItem(item, name, items, found));
    const formal = elementIn(item, 'functionItem');
    const result = formal && textIn(formal, 'outputTypeRef');
    if (formal)
      functionResults.set(name, result === undefined ? undefined : (referenceTo(result, items) ?? undefined));
    problems.set(name, found);
  }
  for (const name of leadingBack(types)) {
    problems.get(name)?.push(problemAt(items.get(name), `类型「${shortened(name)}」绕回了自己，请改正。`));
    types.set(name, {});
  }
  return { types, problems, functionResults };
}

const problemAt = (element: ModdleElement | undefined, message: string): Problem =>
  errorOf('decision-type', message, atElement(element));

type Items = ReadonlyMap<string, unknown>;

function typeOfItem(item: ModdleElement, path: string, items: Items, problems: Problem[]): ItemType {
  const components = elementsIn(item, 'itemComponent').map((component): ItemComponent => {
    const name = nameIn(component) ?? '';
    return { name, ...typeOfItem(component, `${path}.${name}`, items, problems) };
  });
  const reference = textIn(item, 'typeRef');
  const base = elementIn(item, 'functionItem')
    ? 'function'
    : reference === undefined
      ? undefined
      : referenceTo(reference, items);
  if (base === null) problems.push(unknownType(`类型「${shortened(path)}」`, reference ?? '', item));
  const allowed = testsIn(item, 'allowedValues', path, problems);
  const constraint = testsIn(item, 'typeConstraint', path, problems);
  return {
    ...(components.length > 0 ? { components } : base ? { base } : {}),
    ...(item.isCollection === true && { isCollection: true }),
    ...(allowed && { allowed }),
    ...(constraint && { constraint }),
  };
}

function testsIn(
  item: ModdleElement,
  property: string,
  path: string,
  problems: Problem[],
): CellExpression | undefined {
  const source = textIn(elementIn(item, property), 'text');
  if (source === undefined) return undefined;
  const parsed = parseUnaryTests(source, { hostFunctionNames: [] });
  if (parsed.ok) return parsed.value === null ? undefined : { source, ast: parsed.value };
  const { message, position } = parsed.error;
  problems.push(
    problemAt(item, `类型「${shortened(path)}」的取值范围有误：${message}（第 ${position + 1} 个字符）`),
  );
  return undefined;
}

export const unknownType = (place: string, reference: string, element: ModdleElement | undefined): Problem =>
  problemAt(element, `${place}的类型「${shortened(reference)}」不认识，请改正。`);

/** What a `typeRef` means, with or without prefix; undefined is any type, null one that the file does not define. */
export function referenceTo(reference: string, items: Items): TypeReference | undefined | null {
  const local = nameText(reference).replace(/^[\w.-]*:/, '');
  const isFeel = reference.startsWith('feel:');
  if (!isFeel && items.has(local)) return { item: local };
  return builtInTypes.has(local) ? builtInTypes.get(local) : null;
}

/** Items of which a value would have to be one again: through bases, not through a component. */
function leadingBack(types: ReadonlyMap<string, ItemType>): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const name of types.keys()) {
    const walked: string[] = [];
    let at: string | undefined = name;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      walked.push(at);
      const base: TypeReference | undefined = types.get(at)?.base;
      at = typeof base === 'object' ? base.item : undefined;
    }
    if (at !== undefined && walked.includes(at))
      for (const one of walked.slice(walked.indexOf(at))) found.add(one);
  }
  return [...found];
}

/** Items that an item refers to itself. */
export const itemsIn = (item: ItemType | undefined): string[] =>
  item === undefined
    ? []
    : [
        ...(typeof item.base === 'object' ? [item.base.item] : []),
        ...(item.components ?? []).flatMap(itemsIn),
      ];
