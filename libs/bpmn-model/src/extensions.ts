import type { CompiledExpression } from './compiled-expression.js';

/**
 * A `wq:` extension element as plain JSON. `name` is the local name in camel case (`serviceLevel`, `guard`),
 * attributes keep their names and are strings, child elements are listed under `children`.
 * The domain room that owns the name exports its reader and its checker.
 */
export interface ExtensionElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ExtensionElement[];
  /** Text content, where there is any. */
  readonly text?: string;
  /**
   * The attributes that begin with `=`, compiled. When a user task opens, the engine evaluates them and hands the
   * values on in `OpenUserTask.extensions`, so that their owner needs no FEEL.
   */
  readonly expressions?: Readonly<Record<string, CompiledExpression>>;
}

export const extensionsNamed = (extensions: readonly ExtensionElement[], name: string): ExtensionElement[] =>
  extensions.filter((extension) => extension.name === name);
