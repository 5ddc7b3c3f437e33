import type { FileReference } from '@wuqing/forms';
import type { Json, JsonObject } from '@wuqing/kernel';

const isReference = (value: Json | undefined): value is Json & FileReference & JsonObject =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  typeof (value as JsonObject)['id'] === 'string' &&
  typeof (value as JsonObject)['sha256'] === 'string';

/** The files that an answer names, at every depth. */
export function referencesIn(value: Json | undefined): FileReference[] {
  if (isReference(value)) return [{ id: value.id, sha256: value.sha256 }];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(referencesIn);
  if (typeof value === 'object' && value !== null)
    return Object.values(value as JsonObject).flatMap((part) => referencesIn(part));
  return [];
}

/**
 * The answer with other files in the places of those that `known` names: null takes a file out, and its field with it where it was
 * the only one. Files that `known` does not name stay.
 */
export function withReferences(
  data: JsonObject,
  known: ReadonlyMap<string, FileReference | null>,
): JsonObject {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      const next = replaced(value, known);
      return next === undefined ? [] : [[key, next]];
    }),
  );
}

function replaced(
  value: Json | undefined,
  known: ReadonlyMap<string, FileReference | null>,
): Json | undefined {
  if (isReference(value)) {
    const other = known.get(value.id);
    return other === undefined ? value : other === null ? undefined : { ...other };
  }
  if (Array.isArray(value)) {
    const left = (value as readonly Json[])
      .map((one) => replaced(one, known))
      .filter((one) => one !== undefined);
    return left.length === 0 && value.length > 0 ? undefined : left;
  }
  if (typeof value === 'object' && value !== null) return withReferences(value as JsonObject, known);
  return value;
}
