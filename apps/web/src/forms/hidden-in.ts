import {
  findHiddenSign,
  withoutHiddenSigns,
  type HiddenSign,
  type Json,
  type JsonObject,
} from '@wuqing/kernel';

/** The first sign that no reader sees, in a value at every depth. */
export function hiddenIn(value: Json | undefined): HiddenSign | undefined {
  if (typeof value === 'string') return findHiddenSign(value);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const part of Object.values(value)) {
    const found = hiddenIn(part as Json);
    if (found) return found;
  }
  return undefined;
}

/** The same value as a reader sees it. */
export function withoutHidden<T extends Json>(value: T): T;
export function withoutHidden(value: Json): Json {
  if (typeof value === 'string') return withoutHiddenSigns(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map((part) => withoutHidden(part));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, part]) => [key, withoutHidden(part)]),
  );
}
