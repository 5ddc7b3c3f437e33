import type { ModdleProperty } from 'bpmn-moddle';
import { newModdle } from '../xml/moddle.js';

/** A word that the meta-model of BPMN has for an element: an attribute, a child element, or its text. */
export interface BpmnWord {
  /** The type that declares it. */
  readonly owner: string;
  readonly name: string;
  /** Local name of its type: `Expression`, `Boolean`, `String`, an enumeration. */
  readonly type: string;
  readonly kind: 'attribute' | 'element' | 'text';
  readonly isMany: boolean;
  readonly isReference: boolean;
}

interface BpmnType {
  readonly superTypes: readonly string[];
  readonly own: readonly BpmnWord[];
}

const pack = newModdle().getPackage('bpmn');
const types = new Map<string, BpmnType>(
  pack.types.map(({ name, superClass = [], properties = [] }) => [
    local(name),
    { superTypes: superClass.map(local), own: properties.map((property) => wordOf(local(name), property)) },
  ]),
);

/** Type of an enumeration → the values that it has. */
export const enumerations: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  (pack.enumerations ?? []).map(({ name, literalValues }) => [
    local(name),
    literalValues.map((value) => value.name),
  ]),
);

/** Every type of BPMN, those that no file holds (`FlowNode`) among them. */
export const bpmnTypes: readonly string[] = [...types.keys()];

function wordOf(owner: string, property: ModdleProperty): BpmnWord {
  const { name, type = 'String', isAttr = false, isBody = false } = property;
  return {
    owner,
    name: local(name),
    type: local(type),
    kind: isAttr ? 'attribute' : isBody ? 'text' : 'element',
    isMany: property.isMany === true,
    isReference: property.isReference === true,
  };
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function memo<T>(make: (type: string) => T): (type: string) => T {
  const made = new Map<string, T>();
  return (type) => {
    const known = made.get(type);
    if (known !== undefined) return known;
    const value = make(type);
    made.set(type, value);
    return value;
  };
}

/** A type with all that it derives from. */
export const lineageOf = memo((type: string): ReadonlySet<string> => {
  const lineage = new Set([type]);
  for (const one of lineage) for (const superType of types.get(one)?.superTypes ?? []) lineage.add(superType);
  return lineage;
});

/** Every word of a type, inherited ones among them. */
export const wordsOf = memo((type: string): readonly BpmnWord[] =>
  [...lineageOf(type)].flatMap((one) => types.get(one)?.own ?? []),
);

/** The attribute of this name. An expression that is not marked as formal is read as one. */
export const attributeWord = (type: string, name: string): BpmnWord | undefined =>
  wordsOf(type === 'Expression' ? 'FormalExpression' : type).find(
    (word) => word.kind === 'attribute' && word.name === name,
  );

/** `UserTask` of `userTask`; undefined for what BPMN has not. */
export function typeOfElement(name: string): string | undefined {
  const type = name.slice(0, 1).toUpperCase() + name.slice(1);
  return types.has(type) && name !== type ? type : undefined;
}

/** What a child element of BPMN is in an element of this type: the word, and the type of the child. */
export function childWord(type: string, name: string): { word: BpmnWord; type: string } | undefined {
  const named = wordsOf(type).find((word) => word.kind === 'element' && word.name === name && isNamed(word));
  if (named) return { word: named, type: named.type };
  const childType = typeOfElement(name);
  const lineage = childType === undefined ? undefined : lineageOf(childType);
  const word = wordsOf(type).find(
    ({ kind, isReference, type: asked }) =>
      kind === 'element' && !isReference && lineage?.has(asked) === true,
  );
  return word && childType !== undefined ? { word, type: childType } : undefined;
}

/** Whether the element bears the name of the word: else it bears that of its type (`laneSet` of `laneSets`). */
const isNamed = ({ name, type, isMany }: BpmnWord): boolean =>
  !isMany || name.toLowerCase() !== `${type.toLowerCase()}s`;

/** The names of child elements that may stand in an element of this type, as a file writes them. */
export const childNames = memo((type: string): readonly string[] =>
  wordsOf(type)
    .filter(({ kind }) => kind === 'element')
    .flatMap((word) => {
      const heirs = word.isReference ? [] : bpmnTypes.filter((one) => lineageOf(one).has(word.type));
      const byType = heirs.map((one) => one.slice(0, 1).toLowerCase() + one.slice(1));
      return isNamed(word) ? [word.name] : byType.filter((name) => childWord(type, name));
    }),
);
