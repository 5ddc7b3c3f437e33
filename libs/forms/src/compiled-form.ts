import type { ValidateFunction } from 'ajv/dist/2020.js';
import { Bug, canonicalJson, type JsonObject } from '@wuqing/kernel';
import { createValidator } from './schema-keywords.js';

/** Forms are few and never change; the oldest compiled one goes first. */
const COMPILED_MAX = 200;

/** Made at first use: making it already writes code, which a page with a strict CSP could not even import. */
let shared: ReturnType<typeof createValidator> | undefined;
const sharedValidator = () => (shared ??= createValidator());

const byContent = new Map<string, ValidateFunction>();
const bySchema = new WeakMap<JsonObject, ValidateFunction>();

/** ajv keeps every schema object it has seen; it is told to forget, so that two caches of bounded size are all there is. */
function compile(schema: JsonObject): ValidateFunction {
  const ajv = sharedValidator();
  try {
    return ajv.compile(schema);
  } finally {
    ajv.removeSchema(schema);
  }
}

/** What draft 2020-12 itself says against a schema: the first message for each place in it. */
export function draftProblems(schema: JsonObject): ReadonlyMap<string, string> {
  const ajv = sharedValidator();
  const problems = new Map<string, string>();
  if (ajv.validateSchema(schema) === true) return problems;
  for (const { instancePath, message } of ajv.errors ?? []) {
    const place = instancePath || '/';
    if (!problems.has(place)) problems.set(place, message ?? 'is not valid');
  }
  return problems;
}

/** The message why a schema cannot be compiled under our keywords and ajv's strict mode, or null. */
export function compileProblem(schema: JsonObject): string | null {
  try {
    compile(schema);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Equal schemas share one compiled validator. A form that cannot be compiled was never published: a bug. */
export function validatorOf(schema: JsonObject): ValidateFunction {
  const known = bySchema.get(schema);
  if (known !== undefined) return known;
  const content = canonicalJson(schema);
  const validator = byContent.get(content) ?? compilePublished(schema);
  const [oldest] = byContent.keys();
  if (byContent.size >= COMPILED_MAX && oldest !== undefined) byContent.delete(oldest);
  byContent.set(content, validator);
  bySchema.set(schema, validator);
  return validator;
}

function compilePublished(schema: JsonObject): ValidateFunction {
  try {
    return compile(schema);
  } catch (error) {
    throw new Bug(
      `Expected a form that was checked before, found ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
