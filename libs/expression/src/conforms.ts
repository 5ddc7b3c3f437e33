import type { Ast, TypeShape } from './ast.js';

const any: TypeShape = { typeName: 'Any' };

/** Whether every value of `one` is a value of `other` (DMN 1.3 §10.3.2.9.2). */
export function conforms(one: TypeShape, other: TypeShape): boolean {
  if (other.typeName === 'Any') return true;
  if (one.typeName !== other.typeName) return false;
  if (other.item) return conforms(one.item ?? any, other.item);
  const entries = other.entries ?? [];
  return entries.every(({ key, shape }) => {
    const own = one.entries?.find((entry) => entry.key === key);
    return own !== undefined && conforms(own.shape, shape);
  });
}

/** The type of what an expression gives, as far as its form tells; `Any` where it does not. */
export function shapeOf(ast: Ast): TypeShape {
  if (ast.type === 'literal') return { typeName: ast.value === null ? 'Null' : typeof ast.value };
  if (ast.type === 'list') return { typeName: 'list' };
  if (ast.type === 'range') return { typeName: 'range' };
  if (ast.type !== 'context') return any;
  return {
    typeName: 'context',
    entries: ast.entries.map(({ key, value }) => ({ key, shape: shapeOf(value) })),
  };
}

/** Whether a function with these parameters and this body may stand where one of type `wanted` is asked for. */
export function isFunctionOf(
  wanted: TypeShape,
  types: readonly (TypeShape | null)[],
  body: Ast | undefined,
): boolean {
  const { parameters, result = any } = wanted;
  if (!parameters) return true;
  const takes = types.length === parameters.length;
  return (
    takes &&
    parameters.every((parameter, at) => conforms(parameter, types[at] ?? any)) &&
    conforms(body ? shapeOf(body) : any, result)
  );
}
