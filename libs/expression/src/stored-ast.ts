import type { JsonObject } from '@wuqing/kernel';
import type { Ast } from './ast.js';

/** An AST, or the plain JSON as which a definition keeps one; what else may stand in it the interpreter refuses. */
export type StoredAst = Ast | JsonObject;

/** The one place where JSON is taken for an AST. */
export const astOf = (stored: StoredAst): Ast => stored as Ast;

/** For rooms that keep an AST and do not know it. */
export const storedAst = (ast: Ast): JsonObject => ast as JsonObject;
