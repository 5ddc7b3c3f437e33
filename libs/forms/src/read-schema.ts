import type { Json, JsonObject } from '@wuqing/kernel';

/** References followed in a row before giving up: a form's definitions are flat. */
const REFERENCES_MAX = 8;
const DEFINITION = /^#\/\$defs\/([A-Za-z][A-Za-z0-9_-]*)$/;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectAt = (schema: JsonObject, key: string): JsonObject => {
  const value = Object.hasOwn(schema, key) ? schema[key] : undefined;
  return isJsonObject(value) ? value : {};
};

const schemasOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : isJsonObject(value) ? [value] : [];

/** The definition that `#/$defs/<name>` names, or null. */
export function definitionOf(reference: Json | undefined, root: JsonObject): JsonObject | null {
  const name = typeof reference === 'string' ? DEFINITION.exec(reference)?.[1] : undefined;
  const definitions = objectAt(root, '$defs');
  const found = name !== undefined && Object.hasOwn(definitions, name) ? definitions[name] : undefined;
  return isJsonObject(found) ? found : null;
}

/** The schema with its local reference followed; what stands beside `$ref` stands over what it names. */
export function resolveSchema(schema: JsonObject, root: JsonObject): JsonObject {
  let resolved = schema;
  for (let step = 0; step < REFERENCES_MAX && '$ref' in resolved; step += 1) {
    const { $ref, ...beside } = resolved;
    resolved = { ...definitionOf($ref, root), ...beside };
  }
  return resolved;
}

/** Where a schema may add properties to the same object; `if` only asks. */
const branchesOf = (schema: JsonObject): readonly JsonObject[] =>
  ['allOf', 'then', 'else'].flatMap((key) => schemasOf(schema[key]));

/**
 * All fields an object schema names, resolved: its own and those of `allOf`, `then` and `else`. What the object says
 * itself stands over what a branch adds.
 */
export function fieldsOf(
  schema: JsonObject,
  root: JsonObject,
  depth = 0,
): Readonly<Record<string, JsonObject>> {
  if (depth > REFERENCES_MAX) return {};
  const fields: Record<string, JsonObject> = {};
  for (const branch of branchesOf(schema)) {
    for (const [key, field] of Object.entries(fieldsOf(resolveSchema(branch, root), root, depth + 1))) {
      fields[key] = { ...fields[key], ...field };
    }
  }
  for (const [key, field] of Object.entries(objectAt(schema, 'properties'))) {
    if (isJsonObject(field)) fields[key] = { ...fields[key], ...resolveSchema(field, root) };
  }
  return fields;
}

/** The names that an object schema, or a branch of it, may demand. */
export function requiredOf(schema: JsonObject, root: JsonObject, depth = 0): readonly string[] {
  if (depth > REFERENCES_MAX) return [];
  const own = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  return [
    ...own,
    ...branchesOf(schema).flatMap((branch) => requiredOf(resolveSchema(branch, root), root, depth + 1)),
  ];
}

export const itemOf = (schema: JsonObject, root: JsonObject): JsonObject =>
  resolveSchema(objectAt(schema, 'items'), root);

/** The schema of the value at a path of keys and indexes; `{}` where the form names none. */
export function fieldAt(root: JsonObject, path: readonly string[]): JsonObject {
  let schema = resolveSchema(root, root);
  for (const segment of path) {
    const fields = fieldsOf(schema, root);
    if (Object.hasOwn(fields, segment)) schema = fields[segment] ?? {};
    else schema = schema['type'] === 'array' ? itemOf(schema, root) : {};
  }
  return schema;
}
