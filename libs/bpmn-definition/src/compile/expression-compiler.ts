import type { CompiledExpression } from '@wuqing/bpmn-model';
import { storedAst, type Ast } from '@wuqing/expression';
import { Bug, type Result } from '@wuqing/kernel';
import { parseExpression, type ExpressionError } from '../feel/parse-expression.js';

/** Parses each source text once for the linter and the compiler of one file. */
export class ExpressionCompiler {
  private readonly known = new Map<string, Result<Ast, ExpressionError>>();

  constructor(
    private readonly hostFunctionNames: readonly string[],
    /** Variables that the process is known to have: their names are read whole. */
    private readonly variables: readonly string[] = [],
  ) {}

  /** `source` without its leading `=`. */
  parse(source: string): Result<Ast, ExpressionError> {
    const known = this.known.get(source);
    if (known) return known;
    const result = parseExpression(source, {
      hostFunctionNames: this.hostFunctionNames,
      variables: this.variables,
    });
    this.known.set(source, result);
    return result;
  }

  /** Of text that begins with `=` the expression, else the constant. The linter has refused what cannot be parsed. */
  compile(text: string): CompiledExpression {
    const trimmed = text.trim();
    if (!trimmed.startsWith('='))
      return { source: JSON.stringify(trimmed), ast: { type: 'literal', value: trimmed } };
    const source = trimmed.slice(1).trim();
    const result = this.parse(source);
    if (!result.ok) throw new Bug(`Expected the linter to refuse "${source}": ${result.error.message}`);
    return { source, ast: storedAst(result.value) };
  }

  compileOptional(text: string | undefined): CompiledExpression | undefined {
    return text === undefined || text.trim() === '' ? undefined : this.compile(text);
  }
}
