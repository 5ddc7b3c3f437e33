import { canonicalJson, type Json, type JsonObject } from '@wuqing/kernel';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isJsonObject, objectAt, resolveSchema } from './read-schema.js';

/** One refusal, with the names that ajv gives to its parts. */
export interface ValueError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The keyword's own value. */
  readonly schema?: unknown;
  readonly data?: unknown;
}

interface Reading {
  readonly root: JsonObject;
  readonly path: string;
}

type Judge = (value: Json, said: Json, schema: JsonObject, reading: Reading) => ValueError[];

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const isNumber = (value: Json): value is number => typeof value === 'number';
const lettersOf = (text: string): number => [...text].length;
const isSame = (one: Json, other: Json): boolean => canonicalJson(one) === canonicalJson(other);

/** A keyword that refuses the value as a whole. */
const refuse =
  (keyword: string, isFine: (value: Json, said: Json) => boolean, param = 'limit'): Judge =>
  (value, said, _schema, { path }) =>
    isFine(value, said)
      ? []
      : [{ instancePath: path, keyword, params: { [param]: said }, schema: said, data: value }];

const ofNumbers = (keyword: string, isFine: (value: number, limit: number) => boolean): Judge =>
  refuse(keyword, (value, limit) => !isNumber(value) || isFine(value, limit as number));
const ofTexts = (keyword: string, isFine: (value: string, said: Json) => boolean, param?: string): Judge =>
  refuse(keyword, (value, said) => typeof value !== 'string' || isFine(value, said), param);
const ofLists = (
  keyword: string,
  isFine: (value: readonly Json[], said: Json) => boolean,
  param?: string,
): Judge =>
  refuse(keyword, (value, said) => !Array.isArray(value) || isFine(value as readonly Json[], said), param);

function isOfType(value: Json, type: Json): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isJsonObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return type === 'null' ? value === null : typeof value === type;
}

function isOfFormat(text: string, format: Json): boolean {
  const known = fullFormats[String(format) as keyof typeof fullFormats];
  if (typeof known === 'function') return known(text);
  if (known instanceof RegExp) return known.test(text);
  if (typeof known !== 'object' || known === null || !('validate' in known)) return true;
  const { validate } = known;
  return typeof validate === 'function' ? Boolean(validate(text as never)) : new RegExp(validate).test(text);
}

const isUnique = (items: readonly Json[]): boolean =>
  new Set(items.map((one) => canonicalJson(one))).size === items.length;

const branch = (value: Json, schema: Json | undefined, reading: Reading): ValueError[] => {
  if (schema === false)
    return [{ instancePath: reading.path, keyword: 'false schema', params: {}, schema: false, data: value }];
  return isJsonObject(schema) ? judge(value, schema, reading) : [];
};

const holds = (value: Json, schema: Json | undefined, reading: Reading): boolean =>
  branch(value, schema, reading).length === 0;

const schemasIn = (said: Json): readonly Json[] => (Array.isArray(said) ? (said as readonly Json[]) : []);

/** Names of the object that this schema speaks of, and the branches that apply to the value. */
function namesSpokenOf(value: JsonObject, schema: JsonObject, reading: Reading): string[] {
  const whole = resolveSchema(schema, reading.root);
  const own = Object.keys(objectAt(whole, 'properties'));
  const taken = 'if' in whole && holds(value, whole['if'], reading);
  const branches = [
    ...schemasIn(whole['allOf'] ?? []),
    ...['anyOf', 'oneOf'].flatMap((key) =>
      schemasIn(whole[key] ?? []).filter((one) => holds(value, one, reading)),
    ),
    ...(taken ? [whole['if'] ?? {}, whole['then'] ?? {}] : []),
    ...('if' in whole && !taken ? [whole['else'] ?? {}] : []),
  ];
  return [
    ...own,
    ...branches.flatMap((one) => (isJsonObject(one) ? namesSpokenOf(value, one, reading) : [])),
  ];
}

const missing = (value: JsonObject, names: Json, keyword: string, path: string): ValueError[] =>
  schemasIn(names)
    .map(String)
    .filter((name) => !Object.hasOwn(value, name))
    .map((missingProperty) => ({
      instancePath: path,
      keyword,
      params: { missingProperty },
      schema: names,
      data: value,
    }));

const closed =
  (keyword: 'additionalProperties' | 'unevaluatedProperties', param: string): Judge =>
  (value, said, schema, reading) => {
    if (!isJsonObject(value) || said !== false) return [];
    const known =
      keyword === 'additionalProperties'
        ? Object.keys(objectAt(schema, 'properties'))
        : namesSpokenOf(value, schema, reading);
    return Object.keys(value)
      .filter((name) => !known.includes(name))
      .map((name) => ({
        instancePath: reading.path,
        keyword,
        params: { [param]: name },
        schema: said,
        data: value,
      }));
  };

const wrong = (keyword: string, value: Json, said: Json, path: string): ValueError[] => [
  { instancePath: path, keyword, params: {}, schema: said, data: value },
];

/** Every keyword that a form may use and that can refuse; `checkForm` refuses the others by name. */
const judges: Readonly<Record<string, Judge>> = {
  type: refuse('type', isOfType, 'type'),
  enum: refuse('enum', (value, said) => schemasIn(said).some((one) => isSame(one, value)), 'allowedValues'),
  const: refuse('const', isSame, 'allowedValue'),
  minimum: ofNumbers('minimum', (value, limit) => value >= limit),
  maximum: ofNumbers('maximum', (value, limit) => value <= limit),
  exclusiveMinimum: ofNumbers('exclusiveMinimum', (value, limit) => value > limit),
  exclusiveMaximum: ofNumbers('exclusiveMaximum', (value, limit) => value < limit),
  minLength: ofTexts('minLength', (value, said) => lettersOf(value) >= Number(said)),
  maxLength: ofTexts('maxLength', (value, said) => lettersOf(value) <= Number(said)),
  pattern: ofTexts('pattern', (value, said) => new RegExp(String(said), 'u').test(value), 'pattern'),
  format: ofTexts('format', isOfFormat, 'format'),
  minItems: ofLists('minItems', (value, said) => value.length >= Number(said)),
  maxItems: ofLists('maxItems', (value, said) => value.length <= Number(said)),
  uniqueItems: ofLists('uniqueItems', (value, said) => said !== true || isUnique(value)),
  items: (value, said, _schema, { root, path }) =>
    Array.isArray(value)
      ? value.flatMap((one, at) => branch(one as Json, said, { root, path: `${path}/${at}` }))
      : [],
  contains: (value, said, _schema, reading) =>
    !Array.isArray(value) || value.some((one) => holds(one as Json, said, reading))
      ? []
      : wrong('contains', value, said, reading.path),
  properties: (value, said, _schema, { root, path }) =>
    isJsonObject(value) && isJsonObject(said)
      ? Object.entries(said).flatMap(([key, below]) =>
          Object.hasOwn(value, key)
            ? branch(value[key] as Json, below, { root, path: `${path}/${escaped(key)}` })
            : [],
        )
      : [],
  required: (value, said, _schema, { path }) =>
    isJsonObject(value) ? missing(value, said, 'required', path) : [],
  dependentRequired: (value, said, _schema, { path }) =>
    isJsonObject(value) && isJsonObject(said)
      ? Object.entries(said).flatMap(([key, names]) =>
          Object.hasOwn(value, key) ? missing(value, names, 'dependentRequired', path) : [],
        )
      : [],
  additionalProperties: closed('additionalProperties', 'additionalProperty'),
  unevaluatedProperties: closed('unevaluatedProperties', 'unevaluatedProperty'),
  allOf: (value, said, _schema, reading) => schemasIn(said).flatMap((one) => branch(value, one, reading)),
  anyOf: (value, said, _schema, reading) =>
    schemasIn(said).some((one) => holds(value, one, reading))
      ? []
      : wrong('anyOf', value, said, reading.path),
  oneOf: (value, said, _schema, reading) =>
    schemasIn(said).filter((one) => holds(value, one, reading)).length === 1
      ? []
      : wrong('oneOf', value, said, reading.path),
  not: (value, said, _schema, reading) =>
    holds(value, said, reading) ? wrong('not', value, said, reading.path) : [],
  if: (value, said, schema, reading) =>
    branch(value, schema[holds(value, said, reading) ? 'then' : 'else'], reading),
};

export const judgedKeywords: ReadonlySet<string> = new Set(Object.keys(judges));

function judge(value: Json, schema: JsonObject, reading: Reading): ValueError[] {
  const whole = resolveSchema(schema, reading.root);
  return Object.entries(whole).flatMap(([keyword, said]) =>
    Object.hasOwn(judges, keyword) ? (judges[keyword] as Judge)(value, said, whole, reading) : [],
  );
}

/**
 * What a checked form's schema refuses of a plain JSON value: the answer of ajv without a compiler, for a page whose CSP
 * forbids one. ajv itself is the oracle of its specs.
 */
export const judgeValue = (value: Json, schema: JsonObject, root: JsonObject): ValueError[] =>
  judge(value, schema, { root, path: '' });
