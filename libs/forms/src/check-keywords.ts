import type { Json, JsonObject } from '@wuqing/kernel';
import { judgedKeywords } from './judge-value.js';
import { isJsonObject } from './read-schema.js';

/** Keywords that say something and refuse nothing. */
const TELLING = ['$schema', '$defs', '$ref', '$comment', 'title', 'description', 'default', 'examples'];
/** Parts of another keyword. */
const PARTS = ['then', 'else'];
/** Whose value is a schema, a list of schemas, or schemas by name. */
const ONE = ['items', 'contains', 'not', 'if', 'then', 'else'];
const SEVERAL = ['allOf', 'anyOf', 'oneOf'];
const BY_NAME = ['properties', '$defs'];

const isKnown = (keyword: string): boolean =>
  keyword.startsWith('x-') ||
  judgedKeywords.has(keyword) ||
  TELLING.includes(keyword) ||
  PARTS.includes(keyword);

function below(keyword: string, said: Json): readonly Json[] {
  if (ONE.includes(keyword)) return [said];
  if (SEVERAL.includes(keyword)) return Array.isArray(said) ? (said as readonly Json[]) : [];
  return BY_NAME.includes(keyword) && isJsonObject(said) ? Object.values(said) : [];
}

/**
 * Keywords that the browser would not judge: what ajv knows and `judgeValue` does not would be refused on the server alone.
 * Ours (`x-…`) are looked at by ajv's strict mode.
 */
export const keywordProblems = (schema: JsonObject): string[] => [...new Set(problemsIn(schema))];

function problemsIn(schema: Json): string[] {
  if (!isJsonObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, said]) => [
    ...(isKnown(keyword) ? [] : [`Expected a form without the keyword ${keyword}`]),
    ...below(keyword, said).flatMap(problemsIn),
  ]);
}
