import type { Json, JsonObject } from '@wuqing/kernel';
import { isUUID } from 'class-validator';

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The ids of what looks like a file in a draft (an object with an id and a hash), at every depth, each once. */
export function filesNamedIn(content: Json): string[] {
  if (Array.isArray(content)) return unique((content as readonly Json[]).flatMap(filesNamedIn));
  if (!isObject(content)) return [];
  const { id, sha256 } = content;
  if (typeof id === 'string' && isUUID(id) && typeof sha256 === 'string') return [id.toLowerCase()];
  return unique(Object.values(content).flatMap((part) => (part === undefined ? [] : filesNamedIn(part))));
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
