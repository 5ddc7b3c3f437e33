import type { Json, JsonObject } from '@wuqing/kernel';
import { judgeValue } from './judge-value.js';
import { isJsonObject, resolveSchema } from './read-schema.js';

const namesIn = (schema: JsonObject): string[] =>
  Array.isArray(schema['required']) ? schema['required'].map(String) : [];

const branchesIn = (said: Json | undefined): readonly JsonObject[] =>
  Array.isArray(said) ? said.filter(isJsonObject) : [];

function asked(schema: Json | undefined, data: JsonObject, root: JsonObject): string[] {
  if (!isJsonObject(schema)) return [];
  const whole = resolveSchema(schema, root);
  const condition = whole['if'];
  const holds = isJsonObject(condition) && judgeValue(data, condition, root).length === 0;
  return [
    ...namesIn(whole),
    ...branchesIn(whole['allOf']).flatMap((one) => asked(one, data, root)),
    ...(condition === undefined ? [] : asked(whole[holds ? 'then' : 'else'], data, root)),
  ];
}

/** The fields that an answer must have as it stands: those of every answer, and those that its own words ask for. */
export const requiredNow = (
  { schema }: { readonly schema: JsonObject },
  data: JsonObject,
): ReadonlySet<string> => new Set(asked(schema, data, schema));
