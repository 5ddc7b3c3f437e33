import { canonicalJson, type JsonObject } from '@wuqing/kernel';
import { checkField } from './check-field.js';
import { keywordProblems } from './check-keywords.js';
import { checkSumFields } from './check-sums.js';
import { checkUi } from './check-ui.js';
import { compileProblem, draftProblems } from './compiled-form.js';
import type { FormDefinition } from './form-definition.js';
import { definitionOf, fieldsOf, isJsonObject, resolveSchema } from './read-schema.js';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const HAN = /\p{Script=Han}/u;
const SCHEMA_LETTERS_MAX = 100_000;
const SCHEMA_DEPTH_MAX = 24;
/** A form stands alone: these would lead out of it. */
const FORBIDDEN = ['$id', '$anchor', '$dynamicRef', '$dynamicAnchor', '$vocabulary'];

function checkHeader({ key, title }: FormDefinition): string[] {
  return [
    ...(typeof key === 'string' && KEY.test(key) && key.length <= 64
      ? []
      : [`Expected the form's key in kebab-case, found ${String(key)}`]),
    ...(typeof title === 'string' && HAN.test(title)
      ? []
      : [`Expected a Chinese title of the form, found ${String(title)}`]),
  ];
}

/** Depth first, by JSON nesting: nothing below may run on a schema that is too deep to walk. */
function isTooDeep(value: unknown, depth = 0): boolean {
  if (depth > SCHEMA_DEPTH_MAX) return true;
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((item) => isTooDeep(item, depth + 1))
  );
}

function checkSize(schema: JsonObject): string[] {
  if (isTooDeep(schema)) return [`Expected a schema nested at most ${SCHEMA_DEPTH_MAX} deep`];
  const letters = canonicalJson(schema).length;
  return letters > SCHEMA_LETTERS_MAX
    ? [`Expected a schema of at most ${SCHEMA_LETTERS_MAX} letters, found ${letters}`]
    : [];
}

function* schemasWithin(value: unknown): Generator<JsonObject> {
  if (isJsonObject(value)) yield value;
  if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) yield* schemasWithin(item);
}

const hasReference = (value: unknown): boolean =>
  [...schemasWithin(value)].some(({ $ref }) => typeof $ref === 'string');

/** References stay inside `$defs`, definitions are flat (so nothing leads back to itself), and the draft is ours. */
function checkReferences(schema: JsonObject): string[] {
  const problems: string[] = [];
  const draft = schema['$schema'];
  if (draft !== undefined && draft !== DRAFT)
    problems.push(`Expected $schema to be ${DRAFT}, found ${String(draft)}`);
  if (hasReference(schema['$defs'])) problems.push('Expected definitions without a $ref of their own');
  for (const part of schemasWithin(schema)) {
    const forbidden = FORBIDDEN.find((key) => typeof part[key] === 'string');
    if (forbidden !== undefined) problems.push(`Expected a form without ${forbidden}`);
    const { $ref } = part;
    const isDangling = typeof $ref === 'string' && definitionOf($ref, schema) === null;
    if (isDangling) problems.push(`Expected $ref to name an entry of $defs, found ${$ref}`);
  }
  return problems;
}

const checkDraft = (schema: JsonObject): string[] =>
  [...draftProblems(schema)].map(
    ([place, message]) => `Expected a schema of draft 2020-12: ${place} ${message}`,
  );

function checkFields(schema: JsonObject): string[] {
  const root = resolveSchema(schema, schema);
  if (root['type'] !== 'object') return ['Expected a form whose schema has the type object'];
  if (Object.keys(fieldsOf(root, schema)).length === 0) return ['Expected a form with at least one field'];
  return [
    ...checkField(root, { root: schema, path: '', hasReader: false }),
    ...checkSumFields(root, schema),
    ...checkOneRoll(root, schema),
  ];
}

/** A step records one meeting. */
function checkOneRoll(root: JsonObject, schema: JsonObject): string[] {
  const rolls = Object.values(fieldsOf(root, schema)).filter((field) => field['x-roll'] === true);
  return rolls.length > 1 ? ['Expected one roll in a form'] : [];
}

/**
 * What keeps a form from being published, as messages beginning “Expected …”; [] when nothing does. Stops at the first
 * stage that finds something, because the later ones rely on it: size, references, meta-schema, strict mode, fields.
 */
export function checkForm(form: FormDefinition): string[] {
  const { schema } = form;
  if (!isJsonObject(schema)) return ['Expected the form to have a schema'];
  const stages = [checkSize, checkReferences, checkDraft, checkCompiles, keywordProblems, checkFields];
  for (const stage of stages) {
    const problems = stage(schema);
    if (problems.length > 0) return [...checkHeader(form), ...problems];
  }
  return [...checkHeader(form), ...checkUi(form)];
}

function checkCompiles(schema: JsonObject): string[] {
  const problem = compileProblem(schema);
  return problem === null ? [] : [`Expected a schema that ajv's strict mode accepts: ${problem}`];
}
