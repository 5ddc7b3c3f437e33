import type { CellExpression, DecisionType } from '@wuqing/decision';
import type { JsonObject, Result } from '@wuqing/kernel';
import { parseExpression, parseUnaryTests, type ExpressionError } from '../feel/parse-expression.js';
import { errorOf, type Problem } from '../problem.js';
import { textIn, type ModdleElement } from '../xml/moddle-element.js';
import { typeOfReference, type ItemTypes } from './item-types.js';

/** Reads the cells of one file and keeps what is wrong with them. */
export class CellCompiler {
  readonly problems: Problem[] = [];

  constructor(
    private readonly hostFunctionNames: readonly string[],
    private readonly types: ItemTypes,
  ) {}

  refuse(rule: string, message: string, at: ModdleElement | undefined): void {
    const elementId = at?.id;
    this.problems.push(errorOf(rule, message, elementId === undefined ? {} : { elementId }));
  }

  /** A FEEL expression; undefined where the cell is empty or wrong. */
  expression(cell: ModdleElement | undefined, place: string): CellExpression | undefined {
    return this.read(cell, place, (text) =>
      parseExpression(text, { hostFunctionNames: this.hostFunctionNames }),
    );
  }

  /** Unary tests over `?`; undefined where the cell is empty, `-` or wrong. */
  tests(cell: ModdleElement | undefined, place: string): CellExpression | undefined {
    return this.read(cell, place, (text) =>
      parseUnaryTests(text, { hostFunctionNames: this.hostFunctionNames }),
    );
  }

  /** The type that `typeRef` names; undefined where there is none or it is `Any`. */
  typeOf(element: ModdleElement | undefined, place: string): DecisionType | undefined {
    const reference = textIn(element, 'typeRef');
    if (reference === undefined) return undefined;
    const type = typeOfReference(reference, this.types);
    if (type === null) this.refuse('decision-type', `${place}的类型「${reference}」不认识,请改正。`, element);
    return type ?? undefined;
  }

  private read(
    cell: ModdleElement | undefined,
    place: string,
    parse: (text: string) => Result<JsonObject | null, ExpressionError>,
  ): CellExpression | undefined {
    const language = textIn(cell, 'expressionLanguage');
    if (language !== undefined && !/feel/i.test(language) && !/omg\.org\/spec\/DMN/.test(language))
      this.refuse('decision-expression', `${place}用了「${language}」,只能用 FEEL。`, cell);
    const source = textIn(cell, 'text');
    if (source === undefined) return undefined;
    const result = parse(source);
    if (result.ok) return result.value === null ? undefined : { source, ast: result.value };
    const { message, position } = result.error;
    this.refuse('decision-expression', `${place}有误:${message}(第 ${position + 1} 个字符)`, cell);
    return undefined;
  }
}
