import type { CellExpression, DecisionLogic, TypedName, TypeReference } from '@wuqing/decision';
import type { Ast } from '@wuqing/expression';
import type { Result } from '@wuqing/kernel';
import {
  parseExpression,
  parseUnaryTests,
  type ExpressionError,
  type FeelOptions,
} from '../feel/parse-expression.js';
import { errorOf, type Problem } from '../problem.js';
import { shortened } from '../sentence.js';
import { textIn, type ModdleElement } from '../xml/moddle-element.js';
import { atElement } from './at-element.js';
import { neverFires } from './check-cell-type.js';
import { checkCalls, type CallableNames } from './check-calls.js';
import { referenceTo, unknownType, type ItemCatalog } from './item-types.js';
import { nameIn } from './name-in.js';

/** What the cells of one decision or function may name. */
export interface CellSurroundings {
  readonly hostFunctionNames: readonly string[];
  /** Of cells that do not say theirs; undefined for FEEL. */
  readonly language: string | undefined;
  readonly catalog: ItemCatalog;
  /** Names that stand for values or functions. */
  readonly names: readonly string[];
  /** Names of input data, which is never a function. */
  readonly variables: readonly string[];
  /** Names of components, entries and columns anywhere in the file. */
  readonly entries: readonly string[];
  readonly callable: CallableNames;
}

/** Reads the cells of one decision or function, and keeps what is wrong with them and which item definitions they need. */
export class CellCompiler {
  constructor(
    readonly surroundings: CellSurroundings,
    readonly problems: Problem[] = [],
    readonly itemNames: Set<string> = new Set(),
  ) {}

  /** Cells that were read without a fault, by their text: tables say the same in many. */
  private readonly known = new Map<unknown, Map<string, CellExpression | undefined>>();

  /** The same, of cells that see further names; they hide functions of the same name. */
  within(names: readonly string[]): CellCompiler {
    if (names.length === 0) return this;
    const { callable } = this.surroundings;
    const inner = {
      ...this.surroundings,
      names: [...this.surroundings.names, ...names],
      callable: new Map([...callable].filter(([name]) => !names.includes(name))),
    };
    return new CellCompiler(inner, this.problems, this.itemNames);
  }

  refuse(rule: string, message: string, at: ModdleElement | undefined): void {
    this.problems.push(errorOf(rule, message, atElement(at)));
  }

  /** A FEEL expression; undefined where the cell is empty or wrong. */
  expression(cell: ModdleElement | undefined, place: string): CellExpression | undefined {
    return this.read(cell, place, parseExpression);
  }

  /** Unary tests over `?`; undefined where the cell is empty, `-` or wrong. */
  tests(cell: ModdleElement | undefined, place: string): CellExpression | undefined {
    return this.read(cell, place, parseUnaryTests);
  }

  /** The same, of a column whose values have a type: a cell that compares them with another one is refused. */
  testsOf(
    cell: ModdleElement | undefined,
    place: string,
    type: TypeReference | undefined,
  ): CellExpression | undefined {
    const tests = this.tests(cell, place);
    const reason = tests && neverFires(tests.ast, type, this.surroundings.catalog.types);
    if (reason !== undefined) this.refuse('decision-type', `${place}${reason}。`, cell);
    return tests;
  }

  /** The type that `typeRef` names; undefined where there is none or it is `Any`. */
  typeOf(element: ModdleElement | undefined, place: string): TypeReference | undefined {
    const reference = textIn(element, 'typeRef');
    if (reference === undefined) return undefined;
    const type = referenceTo(reference, this.surroundings.catalog.types);
    if (type === null) this.problems.push(unknownType(place, reference, element));
    if (typeof type === 'object' && type !== null) this.itemNames.add(type.item);
    return type ?? undefined;
  }

  /** The allowed values of an item definition, in their order. */
  allowedValuesOf(type: TypeReference | undefined): CellExpression | undefined {
    return typeof type === 'object' ? this.surroundings.catalog.types.get(type.item)?.allowed : undefined;
  }

  /** A parameter, a column: its name, which must be there, and its type. */
  typedName(element: ModdleElement, place: string): TypedName {
    const name = nameIn(element);
    if (name === undefined) this.refuse('decision-name', `${place}没有名称，请补上。`, element);
    const valueType = this.typeOf(element, `${place}「${shortened(name ?? '')}」`);
    return { name: name ?? '', ...(valueType && { valueType }) };
  }

  private read(
    cell: ModdleElement | undefined,
    place: string,
    parse: (text: string, options: FeelOptions) => Result<Ast | null, ExpressionError>,
  ): CellExpression | undefined {
    const language = textIn(cell, 'expressionLanguage') ?? this.surroundings.language;
    const source = textIn(cell, 'text');
    if (source === undefined) return undefined;
    if (language !== undefined && !isFeel(language)) {
      this.refuse('decision-expression', `${place}用了「${shortened(language)}」，只能用 FEEL。`, cell);
      return undefined;
    }
    const known = this.known.get(parse) ?? new Map<string, CellExpression | undefined>();
    this.known.set(parse, known);
    if (known.has(source)) return known.get(source);
    const result = parse(source, this.surroundings);
    if (result.ok) {
      const wrong = result.value === null ? undefined : checkCalls(result.value, this.surroundings.callable);
      const read = result.value === null ? undefined : { source, ast: result.value };
      if (wrong === undefined) known.set(source, read);
      else this.refuse('decision-expression', `${place}有误：${wrong}`, cell);
      return read;
    }
    const { message, position } = result.error;
    this.refuse('decision-expression', `${place}有误：${message}（第 ${position + 1} 个字符）`, cell);
    return undefined;
  }
}

/** A URI of FEEL's, or of DMN, whose own language it is; tools also write the bare name. */
const isFeel = (language: string): boolean => /feel/i.test(language) || /omg\.org\/spec\/DMN/.test(language);

/** Stands in for a cell that was refused; a decision with problems is not handed out. */
export const nothing: CellExpression = { source: 'null', ast: { type: 'literal', value: null } };
export const noLogic: DecisionLogic = { type: 'literalExpression', expression: nothing };
